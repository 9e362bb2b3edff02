import type { Cue } from './cue.ts'

export type SubtitleFormat = 'srt' | 'webvtt'

/**
 * A cue as it stood in a file. Its pieces, put together, are the characters of the file, so that an untouched cue is
 * written as it was read, and a changed one changes only the piece that is concerned.
 */
export type HeldCue = Readonly<{
  cue: Cue
  /** The lines of its number or name, with their line ends. */
  head: string
  /** The line of its times, with its line end. */
  times: string
  /** Blank lines before the text. */
  lead: string
  /** The lines of its text, without the last line end. */
  text: string
  /** From the last line end of the text to the next cue. */
  rest: string
}>

export type CueEntry = Readonly<{
  kind: 'cue'
  /** The line of its times in the file it was read from, counted from 1; 0 for a cue that was made. */
  line: number
  cue: Cue
  /** What follows the times in their line and is not modelled: WebVTT settings, SRT coordinates. */
  settings: string
  held: HeldCue | null
}>

/** What is no cue and is kept as it was. `unread` is text that no reader would show. */
export type KeptEntry = Readonly<{
  kind: 'blank' | 'header' | 'note' | 'style' | 'region' | 'unread'
  line: number
  raw: string
}>

/** A subtitle file as a value: its cues among all else that it holds, in order. */
export type SubtitleFile = Readonly<{
  format: SubtitleFormat
  lineEnd: '\n' | '\r\n' | '\r'
  entries: readonly (CueEntry | KeptEntry)[]
}>

export const subtitleProblemCodes = [
  'bytes-unreadable',
  'signature-missing',
  'block-late',
  'text-unplaced',
  'times-unreadable',
  'times-unusual',
  'end-missing',
  'number-missing',
  'number-repeated',
  'blank-line-missing',
  'blank-line-inside',
  'tag-unbalanced',
  'empty-cue',
  'end-before-start',
  'out-of-order',
  'overlap',
] as const

/** What is wrong or odd in a file, and the line where it is, counted from 1. */
export type SubtitleProblem = Readonly<{ line: number; code: (typeof subtitleProblemCodes)[number] }>

export type ReadSubtitles = Readonly<{ file: SubtitleFile; problems: readonly SubtitleProblem[] }>

export function cueEntries(file: SubtitleFile): readonly CueEntry[] {
  return file.entries.filter((entry) => entry.kind === 'cue')
}
