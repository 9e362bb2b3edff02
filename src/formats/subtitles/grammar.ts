import type { Cue, CuePart, CuePlace } from '#domain/cues/cue.ts'
import type { SubtitleFormat } from '#domain/cues/subtitle-file.ts'
import type { KeptBlock } from './kept-blocks.ts'

/** The text of a cue as it was read. `balanced` is false when a tag was not closed, or closed without being open. */
export type ReadCueText = Readonly<{ text: readonly CuePart[]; place: CuePlace; balanced: boolean }>

/** In what the subtitle formats differ. */
export type SubtitleGrammar = Readonly<{
  format: SubtitleFormat
  /** Cues may have names, and need none. */
  named: boolean
  /** A line of times just as the format asks. */
  usualTimes: RegExp
  /** Blocks that are no cues, by their first line, which follows a blank one. */
  block: RegExp | undefined
  /** The kind of the block that begins with this line; `first` in the file. */
  blockKind(line: string, first: boolean): KeptBlock['kind']
  readText(written: string, settings: string): ReadCueText
  writeTimes(cue: Cue, settings: string): string
  /** Lines are parted by `\n`. */
  writeText(cue: Cue): string
}>
