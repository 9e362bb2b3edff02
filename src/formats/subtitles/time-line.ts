import { readTimecode } from '#domain/cues/timecode.ts'

export type TimeLine = Readonly<{
  start: number
  /** Missing when it could not be read. */
  end: number | undefined
  /** What follows the times, without the spaces around. */
  settings: string
}>

const clock = '(?:\\d{1,6}\\s?:\\s?)?\\d{1,3}\\s?:\\s?\\d{1,3}(?:\\s?[.,:]\\s?\\d+)?'
const fine = '(?:\\d{1,6}\\s?:\\s?)?\\d{1,3}\\s?:\\s?\\d{1,3}\\s?[.,]\\s?\\d+'
const arrowed = new RegExp(`^[\\s\\ufeff]*(${clock})\\s*-->\\s*(${clock})?(.*)$`)
/** Translation programs break the arrow too: believed only between two times with milliseconds. */
const brokenArrow = new RegExp(`^[\\s\\ufeff]*(${fine})\\s*(?:-{1,3}\\s?>|[–—]\\s?>|→)\\s*(${fine})(.*)$`)

/** Reads the line that holds a cue's times, also when it is not quite as its format asks. */
export function readTimeLine(line: string): TimeLine | undefined {
  if (!/[>→]/.test(line)) return undefined
  const found = arrowed.exec(line) ?? brokenArrow.exec(line)
  if (!found) return undefined
  const start = timeOf(found[1])
  if (start === undefined) return undefined
  return { start, end: timeOf(found[2]), settings: (found[3] ?? '').trim() }
}

function timeOf(written = ''): number | undefined {
  return readTimecode(written.replace(/\s/g, ''))
}
