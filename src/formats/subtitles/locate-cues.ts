import { isBlank, type SourceLine } from './source-lines.ts'
import { readTimeLine, type TimeLine } from './time-line.ts'

/** Where a cue begins: the line of its number or name (or of its times), and the line of its times. */
export type CueLocation = Readonly<{
  head: number
  times: number
  /** Missing where a line means to give times and cannot be read. */
  read: TimeLine | undefined
}>

const number = /^[\s\ufeff]*\d{1,9}\s*$/

/**
 * Finds cues by their lines of times: blank lines part nothing for certain in damaged files. What stands between a
 * line of times and the next cue's head is the text of that cue. `named` formats (WebVTT) have names for numbers, and
 * take every line with an arrow for a line of times, as their standard says.
 */
export function locateCues(lines: readonly SourceLine[], named: boolean): readonly CueLocation[] {
  const found: CueLocation[] = []
  let free = 0
  for (const [times, { text }] of lines.entries()) {
    if (!/[>→]/.test(text)) continue
    const read = readTimeLine(text)
    if (read === undefined && !meansTimes(lines, times, named)) continue
    found.push({ head: headOf(lines, times, free, named), times, read })
    free = times + 1
  }
  return found
}

function meansTimes(lines: readonly SourceLine[], at: number, named: boolean): boolean {
  const text = lines[at]?.text ?? ''
  if (!text.includes('-->')) return false
  // In WebVTT a note may not hold an arrow, and means no times by it.
  if (named) return at > 0 && !/^NOTE[ \t]/.test(text)
  return /\d\s?[:.,]\s?\d/.test(text) || isNumber(lines[at - 1])
}

/** The first line of a cue's head; lines before `free` belong to the cue before. */
function headOf(lines: readonly SourceLine[], times: number, free: number, named: boolean): number {
  const [before, second, third] = [times - 1, times - 2, times - 3]
  if (before < free) return times
  if (isNumber(lines[before])) return before
  if (isBlank(lines[before])) {
    const alone = second >= free && isNumber(lines[second]) && (third < free || isBlank(lines[third]))
    return alone && (third >= free || free === 0) ? second : times
  }
  return named && (before === 0 || (second >= free && isBlank(lines[second]))) ? before : times
}

function isNumber(line: SourceLine | undefined): boolean {
  return line !== undefined && number.test(line.text)
}
