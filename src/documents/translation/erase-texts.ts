import type * as Y from 'yjs'
import { removeText } from '../remove-text.ts'
import {
  addedEntries,
  addedTextId,
  asideHashes,
  confirmations,
  ignoredEntries,
  mergeEntries,
  omittedEntries,
  ownMetadata,
  placeNotes,
  targetEntries,
  targetText,
} from './translation-roots.ts'

/** What of a translation goes. */
export type Erasure = Readonly<{
  /** By a text's id: `<key>/<fresh id>`, an added sentence's `+/<id>`. */
  text: (id: string) => boolean
  /** By a sentence's key: its merges, omissions and ignored findings. */
  sentence: (key: string) => boolean
  /** Reasons that findings are ignored for. */
  words: (text: string) => boolean
  /** Metadata of the translation's own, by name. */
  metadata: (name: string) => boolean
}>

export const wholeTranslation: Erasure = {
  text: () => true,
  sentence: () => true,
  words: () => true,
  metadata: () => true,
}

/** Takes texts out of a translation for good, with all that is noted of them: unlike any edit of a row (SEC1). */
export function eraseParts(doc: Y.Doc, goes: Erasure): void {
  for (const id of textIds(doc)) if (goes.text(id)) eraseText(doc, id)
  drop(targetEntries(doc), goes.text)
  drop(addedEntries(doc), (id) => goes.text(addedTextId(id)))
  drop(confirmations(doc), goes.text)
  drop(asideHashes(doc), goes.text)
  drop(placeNotes(doc), (flag) => goes.text(beforeBar(flag)))
  drop(omittedEntries(doc), (occurrence) => goes.sentence(beforeBar(occurrence)))
  drop(mergeEntries(doc), (pair) => pair.split('\n').map(beforeBar).some(goes.sentence))
  drop(
    ignoredEntries(doc),
    (name, entry) => goes.sentence(name.slice(0, name.indexOf('/'))) || goes.words(JSON.stringify(entry)),
  )
  drop(ownMetadata(doc), goes.metadata)
}

/** Texts by their roots, not by the lists: what another machine typed may have come without its entry. */
function textIds(doc: Y.Doc): readonly string[] {
  return [...doc.share.keys()].filter((name) => name.startsWith('t/')).map((name) => name.slice(2))
}

/** A link's address is no letter: marks are taken off before the letters go. */
function eraseText(doc: Y.Doc, id: string): void {
  const text = targetText(doc, id)
  if (text.length === 0) return
  text.format(0, text.length, { bold: null, italic: null, underline: null, link: null })
  removeText(text, 0, text.length)
}

function drop<Value>(map: Y.Map<Value>, goes: (key: string, value: Value | undefined) => boolean): void {
  for (const key of [...map.keys()]) if (goes(key, map.get(key))) map.delete(key)
}

function beforeBar(text: string): string {
  return text.slice(0, text.indexOf('|'))
}
