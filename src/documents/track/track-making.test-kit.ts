import * as Y from 'yjs'
import { cueWords, type Track } from '#domain/cues/track.ts'
import { addCue, beginTrack, type NewCue } from './edit-track.ts'
import { readTrack } from './read-track.ts'

export const clip = 'a'.repeat(64)

/** A track whose cues stand one after the other, two seconds each; a text alone is a cue that says it. */
export function makeTrack(cues: readonly (string | NewCue)[] = [], language = 'vi'): Y.Doc {
  const doc = new Y.Doc()
  beginTrack(doc, { clip, language, frameRate: { numerator: 25, denominator: 1 }, source: '' })
  for (const [at, cue] of cues.entries()) {
    const made = { id: `q${at + 1}`, start: at * 2000, end: at * 2000 + 2000 }
    addCue(doc, typeof cue === 'string' ? { ...made, runs: plain(cue) } : cue)
  }
  return doc
}

export function plain(text: string) {
  return text === '' ? [] : [{ text, marks: {} }]
}

/** Another machine's copy. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Both machines get what the other has. */
export function exchange(left: Y.Doc, right: Y.Doc): void {
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left, Y.encodeStateVector(right)))
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right, Y.encodeStateVector(left)))
}

/** Each cue as `start-end words`. */
export function cuesIn(doc: Y.Doc): readonly string[] {
  return shown(readTrack(doc))
}

export function shown({ cues }: Pick<Track, 'cues'>): readonly string[] {
  return cues.map((cue) => `${cue.start}-${cue.end} ${cueWords(cue)}${cue.returned ? ' (returned)' : ''}`)
}
