import type { Cue } from '#domain/cues/cue.ts'
import { cueOddities } from '#domain/cues/cue-oddities.ts'
import {
  type CueEntry,
  cueEntries,
  type KeptEntry,
  type ReadSubtitles,
  type SubtitleFile,
  type SubtitleProblem,
} from '#domain/cues/subtitle-file.ts'
import type { SubtitleGrammar } from './grammar.ts'
import { keptBlocks } from './kept-blocks.ts'
import { type CueLocation, locateCues } from './locate-cues.ts'
import { isBlank, lineEndOf, type SourceLine, sourceLines } from './source-lines.ts'
import type { TimeLine } from './time-line.ts'

type Entry = CueEntry | KeptEntry
type Reading = Readonly<{
  text: string
  lines: readonly SourceLine[]
  grammar: SubtitleGrammar
  entries: Entry[]
  problems: SubtitleProblem[]
}>

/**
 * Reads a subtitle file's text (without byte order mark). It never fails: what is no cue is kept as it is, and what is
 * wrong or odd is told with its line.
 */
export function readEntries(text: string, grammar: SubtitleGrammar): ReadSubtitles {
  const lines = sourceLines(text)
  const reading: Reading = { text, lines, grammar, entries: [], problems: [] }
  const locations = locateCues(lines, grammar.named)
  keep(reading, 0, locations[0]?.head ?? lines.length)
  for (const [index, location] of locations.entries()) {
    const next = locations[index + 1]?.head ?? lines.length
    if (location.read) readCue(reading, location, location.read, next)
    else keepUnread(reading, location, next)
  }
  const file: SubtitleFile = { format: grammar.format, lineEnd: lineEndOf(text), entries: reading.entries }
  const problems = [...reading.problems, ...numberProblems(file), ...oddityProblems(file)]
  return { file, problems: problems.sort((left, right) => left.line - right.line) }
}

function tell({ problems }: Reading, at: number, code: SubtitleProblem['code']): void {
  problems.push({ line: at + 1, code })
}

function raw({ text, lines }: Reading, from: number, to: number): string {
  return from < to ? text.slice(lines[from]?.start, lines[to - 1]?.end) : ''
}

/** Lines before the first cue, and blocks behind a cue. */
function keep(reading: Reading, from: number, to: number): void {
  const { lines, grammar, entries } = reading
  const late = entries.some(({ kind }) => kind === 'cue')
  for (const { kind, ...block } of keptBlocks(lines, from, to, grammar.blockKind)) {
    entries.push({ kind, line: block.from + 1, raw: raw(reading, block.from, block.to) })
    if (kind === 'unread') tell(reading, block.from, 'text-unplaced')
    if (late && (kind === 'style' || kind === 'region')) tell(reading, block.from, 'block-late')
  }
}

function keepUnread(reading: Reading, { head, times }: CueLocation, next: number): void {
  reading.entries.push({ kind: 'unread', line: times + 1, raw: raw(reading, head, next) })
  tell(reading, times, 'times-unreadable')
}

function readCue(reading: Reading, { head, times }: CueLocation, read: TimeLine, next: number): void {
  const { lines, grammar, text: source } = reading
  const end = bodyEnd(reading, times + 1, next)
  const [from, to] = textLines(lines, times + 1, end)
  const written = from < to ? source.slice(lines[from]?.start, lines[to - 1]?.textEnd) : ''
  const { text, place, balanced } = grammar.readText(written.replace(/\r\n?/g, '\n'), read.settings)
  const id = head < times ? (lines[head]?.text ?? '').replace('\ufeff', '').trim() : ''
  const cue: Cue = { id, start: read.start, end: read.end ?? read.start, text, place }
  const pieces = {
    head: raw(reading, head, times),
    times: raw(reading, times, times + 1),
    lead: raw(reading, times + 1, from),
    text: written,
    rest: source.slice(from < to ? lines[to - 1]?.textEnd : lines[from - 1]?.end, lines[end - 1]?.end),
  }
  reading.entries.push({
    kind: 'cue',
    line: times + 1,
    cue,
    settings: read.settings,
    held: { cue, ...pieces },
  })
  tellOfTimes(reading, head, times, read)
  for (let at = times + 1; at < to; at += 1) {
    if (isBlank(lines[at])) tell(reading, at, 'blank-line-inside')
  }
  if (!balanced) tell(reading, from, 'tag-unbalanced')
  keep(reading, end, next)
}

function tellOfTimes(reading: Reading, head: number, times: number, read: TimeLine): void {
  const { lines, grammar, entries } = reading
  if (read.end === undefined) tell(reading, times, 'end-missing')
  else if (!grammar.usualTimes.test(lines[times]?.text ?? '')) tell(reading, times, 'times-unusual')
  if (!isBlank(lines[head - 1]) && entries.length > 1) tell(reading, head, 'blank-line-missing')
}

/** Where a cue's text and the blank lines behind it end: at the next cue or at a block of another kind. */
function bodyEnd({ lines, grammar }: Reading, from: number, next: number): number {
  if (!grammar.block) return next
  for (let at = from + 1; at < next; at += 1) {
    if (isBlank(lines[at - 1]) && grammar.block.test(lines[at]?.text ?? '')) return at
  }
  return next
}

/** The lines of the text, without the blank ones around; an empty text lies at its beginning. */
function textLines(lines: readonly SourceLine[], start: number, end: number): readonly [number, number] {
  let from = start
  let to = end
  while (to > start && isBlank(lines[to - 1])) to -= 1
  while (from < to && isBlank(lines[from])) from += 1
  return [from, to]
}

function numberProblems(file: SubtitleFile): readonly SubtitleProblem[] {
  const seen = new Set<string>()
  const problems: SubtitleProblem[] = []
  for (const { cue, line } of cueEntries(file)) {
    if (cue.id === '') {
      if (file.format === 'srt') problems.push({ line, code: 'number-missing' })
    } else if (seen.has(cue.id)) problems.push({ line, code: 'number-repeated' })
    seen.add(cue.id)
  }
  return problems
}

function oddityProblems(file: SubtitleFile): readonly SubtitleProblem[] {
  const entries = cueEntries(file)
  const oddities = cueOddities(entries.map(({ cue }) => cue))
  return entries.flatMap(({ line }, at) => (oddities[at] ?? []).map((code) => ({ line, code })))
}
