import type * as Y from 'yjs'
import type { HeldCue } from '#domain/cues/subtitle-file.ts'
import type { CueLeftovers, FileLeftovers, SeenCue } from '#domain/cues/track.ts'

/**
 * The shared types of a track's document: root types found by name and flat maps of plain values, so that two machines
 * may begin the same track, and nobody's words are lost.
 *
 * - `about`: `clip`, `language`, `source` (a language), `rate` (`24000/1001`)
 * - `cues`: `<cue>/start`, `<cue>/end`, `<cue>/place` → number, `<cue>/sources` → ids, `<cue>/seen` → what its source
 *   was, `<cue>/gone` → true. Keys are never taken out but by a purge.
 * - `c/<cue>`: its words
 * - `leftovers`: `<cue>` → what a file held of it and we do not model, `` (empty) → what it held beside its cues
 */
export type CueValue = number | true | readonly string[] | readonly SeenCue[]
/** `held` is what stood in the file, so that an untouched cue is written as it was read; `order` is its place there. */
export type CueRest = CueLeftovers & Readonly<{ held: HeldCue; order: number }>

export function aboutTrack(doc: Y.Doc): Y.Map<string> {
  return doc.getMap<string>('about')
}

export function cueValues(doc: Y.Doc): Y.Map<CueValue> {
  return doc.getMap<CueValue>('cues')
}

export function leftoverMap(doc: Y.Doc): Y.Map<CueRest | FileLeftovers> {
  return doc.getMap<CueRest | FileLeftovers>('leftovers')
}

/** Under which key the leftovers of the file are. */
export const fileKey = ''

const textPrefix = 'c/'

export function cueText(doc: Y.Doc, cue: string): Y.Text {
  return doc.getText(textPrefix + cue)
}

export function hasCueText(doc: Y.Doc, cue: string): boolean {
  return doc.share.has(textPrefix + cue)
}

/** The cue whose text a root type's name stands for. */
export function cueOfText(name: string): string | undefined {
  return name.startsWith(textPrefix) ? name.slice(textPrefix.length) : undefined
}
