import { blockText, type Run } from '../blocks.ts'
import type { CuePart, CuePlace } from './cue.ts'
import type { FrameRate } from './frame-rate.ts'
import type { KeptEntry, SubtitleFormat } from './subtitle-file.ts'

/** A cue of the source as it was when a cue was written from it. */
export type SeenCue = Readonly<{ cue: string; start: number; end: number; text: string }>

/** One cue of a track. */
export type TrackCue = Readonly<{
  id: string
  /** Whole milliseconds from the clip's start. Two people's edits may leave an end before its start. */
  start: number
  end: number
  place: CuePlace
  /** Its words; `\n` breaks a line. */
  runs: readonly Run[]
  /** The cues of the source that it says in its language: none, one or several. */
  sources: readonly string[]
  seen: readonly SeenCue[]
  /** It was deleted while somebody else typed in it, and shows again. */
  returned: boolean
}>

/** What a file held of a cue beside its words and times. */
export type CueLeftovers = Readonly<{
  /** Its number or name there. */
  name: string
  settings: string
  /** The pieces that its words were made of there, with marks and codes that a track does not model. */
  parts: readonly CuePart[]
}>

/** What a file held beside its cues; `before` is the cue it stood before, null for what stood at the end. */
export type FileLeftovers = Readonly<{
  format: SubtitleFormat
  lineEnd: '\n' | '\r\n' | '\r'
  kept: readonly Readonly<{ kind: KeptEntry['kind']; raw: string; before: string | null }>[]
}>

/** The subtitles of a clip in one language, as read from their document. */
export type Track = Readonly<{
  /** SHA-256 of the clip, '' in a document that does not say. */
  clip: string
  language: string
  frameRate: FrameRate | null
  /** The language of the track it was made from; '' for one that stands by itself. */
  source: string
  /** By start, then by end, then by id. */
  cues: readonly TrackCue[]
  leftovers: ReadonlyMap<string, CueLeftovers>
  file: FileLeftovers | null
}>

export function cueWords({ runs }: Pick<TrackCue, 'runs'>): string {
  return blockText({ runs })
}

export function hasWords(cue: Pick<TrackCue, 'runs'>): boolean {
  return cueWords(cue).trim() !== ''
}

export function byTime(
  left: Pick<TrackCue, 'start' | 'end' | 'id'>,
  right: Pick<TrackCue, 'start' | 'end' | 'id'>,
): number {
  return left.start - right.start || left.end - right.end || (left.id < right.id ? -1 : 1)
}

/** What is to be remembered of a source cue by a cue that is written from it. */
export function seenOf(cue: TrackCue): SeenCue {
  return { cue: cue.id, start: cue.start, end: cue.end, text: cueWords(cue).normalize('NFC') }
}
