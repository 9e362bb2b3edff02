import type * as Y from 'yjs'
import { removeText } from '../remove-text.ts'
import { readTrack } from './read-track.ts'
import { cueOfText, cueText, cueValues, leftoverMap } from './track-roots.ts'

/**
 * Takes cues out for good (SEC1), with all that is remembered of them: unlike any edit. What was seen of a source cue
 * that `goes` says is forgotten, too; null takes everything.
 */
export function eraseCues(doc: Y.Doc, goes: ((cue: string) => boolean) | null): void {
  doc.transact(() => {
    const all = goes === null
    const isGoing = goes ?? (() => true)
    for (const name of [...doc.share.keys()]) {
      const cue = cueOfText(name)
      if (cue !== undefined && isGoing(cue)) eraseText(cueText(doc, cue))
    }
    const values = cueValues(doc)
    for (const key of [...values.keys()]) {
      if (isGoing(key.slice(0, key.lastIndexOf('/')))) values.delete(key)
    }
    for (const cue of readTrack(doc).cues) {
      const seen = cue.seen.filter((each) => !isGoing(each.cue))
      if (seen.length < cue.seen.length) values.set(`${cue.id}/seen`, seen)
    }
    const leftovers = leftoverMap(doc)
    // what a file held beside its cues may say anything
    for (const key of [...leftovers.keys()]) if (all || key === '' || isGoing(key)) leftovers.delete(key)
  })
}

function eraseText(text: Y.Text): void {
  if (text.length === 0) return
  text.format(0, text.length, { bold: null, italic: null, underline: null, link: null })
  removeText(text, 0, text.length)
}
