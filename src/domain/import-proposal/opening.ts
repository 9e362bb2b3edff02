import { creditIn, datelineOf } from '../article-lines.ts'
import type { Run } from '../blocks.ts'
import { type Line, type TextLine, withoutMark } from './lines.ts'
import { type Draft, draftBlock, type Guess } from './proposal.ts'

/** How far into a file a title is looked for. */
const openingLines = 6
const documentKind =
  /^(kế hoạch|thông báo|báo cáo|công văn|quyết định|tờ trình|chương trình|hướng dẫn|thông cáo báo chí|đề cương|nghị quyết|chỉ thị|giấy mời|kịch bản|đề án)$/iu

type Opening = Readonly<{
  drafts: readonly Draft[]
  /** Lines from here on are not part of the opening. */
  next: number
}>

export function isAllCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

function endsLikeSentence(text: string): boolean {
  return /[.;,:](?:[”")])?$/.test(text) && !/\.\.\.$/.test(text)
}

/** The size most of the text is set in. */
function bodySize(lines: readonly Line[]): number {
  const weights = new Map<number, number>()
  for (const line of lines) {
    if (line.kind === 'text') weights.set(line.size, (weights.get(line.size) ?? 0) + line.text.length)
  }
  return [...weights].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? 0
}

function titleGuess(line: TextLine, body: number): Guess | '' | undefined {
  if (line.role === 'title') return ''
  if (line.list || line.text.length > 300) return undefined
  if (line.role === 'heading') return 'titleByStyle'
  if (line.bold) return 'titleByBold'
  if (line.size > body && body > 0) return 'titleBySize'
  return line.align === 'centre' ? 'titleByCentre' : undefined
}

function isPreamble(line: TextLine): boolean {
  return (
    /^(cộng h(òa|oà) xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|số\s*:)/iu.test(line.text) ||
    datelineOf(line.text)?.length === line.text.length
  )
}

/** A caption may stand above the title, with its picture. */
function isUnderPicture(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (line?.kind !== 'text' || line.bold) return false
  const above = lines[at - 1]
  if (above?.kind === 'picture')
    return line.italic || line.align === 'centre' || creditIn(line.text) !== undefined
  return creditIn(line.text) !== undefined && at > 0 && isUnderPicture(lines, at - 1)
}

function findTitle(lines: readonly Line[]): Readonly<{ at: number; guess: Guess | '' }> | undefined {
  const styled = lines.findIndex((line) => line.kind === 'text' && line.role === 'title')
  if (styled >= 0 && styled < 20) return { at: styled, guess: '' }
  const body = bodySize(lines)
  for (const [at, line] of lines.entries()) {
    if (at >= openingLines) break
    if (line.kind !== 'text' || isPreamble(line) || isUnderPicture(lines, at)) continue
    const guess = titleGuess(line, body)
    if (guess !== undefined) return { at, guess }
  }
  const first = lines.findIndex(
    (line, at) => line.kind === 'text' && !isPreamble(line) && !isUnderPicture(lines, at),
  )
  const line = lines[first]
  if (line?.kind !== 'text' || line.list || line.text.length > 250 || /[.;]$/.test(line.text))
    return undefined
  return { at: first, guess: 'titleByPlace' }
}

/** A title set over several lines, or a document's kind with its subject under it. */
function continuesTitle(title: TextLine, next: Line | undefined): next is TextLine {
  if (next?.kind !== 'text' || next.list || next.role === 'subtitle' || next.text.length > 200) return false
  if (documentKind.test(title.text)) return !endsLikeSentence(next.text)
  if (next.role === 'title' && title.role === 'title') return true
  const together = next.afterBreak || (title.align === 'centre' && next.align === 'centre')
  return (
    together &&
    title.bold === next.bold &&
    title.size === next.size &&
    isAllCapitals(title.text) === isAllCapitals(next.text) &&
    !endsLikeSentence(next.text) &&
    next.text.length <= 120
  )
}

/** A short line in capitals above the title: "CHÀO MỪNG ĐẠI HỘI". */
function isKicker(line: TextLine, next: Line | undefined): boolean {
  return (
    next?.kind === 'text' &&
    next.bold &&
    line.bold &&
    !next.italic &&
    isAllCapitals(line.text) &&
    !isAllCapitals(next.text) &&
    !documentKind.test(line.text) &&
    line.text.split(/\s+/).length <= 6 &&
    next.text.length <= 150 &&
    next.text.length > line.text.length &&
    !endsLikeSentence(next.text)
  )
}

function joinLines(left: readonly Run[], right: readonly Run[]): readonly Run[] {
  return [...left, { text: ' ', marks: {} }, ...right]
}

function readTitle(lines: readonly Line[], at: number, guess: Guess | ''): Opening {
  let line = lines[at]
  let next = at + 1
  const drafts: Draft[] = []
  if (line?.kind === 'text' && isKicker(line, lines[next])) {
    drafts.push(draftBlock('paragraph', withoutMark(line.runs, 'bold'), 'kicker'))
    line = lines[next]
    next += 1
  }
  if (line?.kind !== 'text') return { drafts, next }
  let runs = line.runs
  for (let more = lines[next]; continuesTitle(line, more); more = lines[next]) {
    runs = joinLines(runs, more.runs)
    next += 1
    if (documentKind.test(line.text) && more.align !== 'centre') break
  }
  drafts.push(draftBlock('title', withoutMark(runs, 'bold'), guess))
  return { drafts, next }
}

function leadGuess(line: TextLine): Guess | '' | undefined {
  if (line.role === 'subtitle') return ''
  if (line.role !== 'body' || line.list) return undefined
  if (line.text.length < 40 || datelineOf(line.text)?.length === line.text.length) return undefined
  if (line.bold) return 'leadByBold'
  return line.italic && line.text.length >= 60 ? 'leadByItalic' : undefined
}

function readLead(line: Line | undefined): Draft | undefined {
  if (line?.kind !== 'text') return undefined
  const guess = leadGuess(line)
  if (guess === undefined) return undefined
  const runs = withoutMark(line.runs, guess === 'leadByItalic' ? 'italic' : 'bold')
  return draftBlock('lead', runs, guess)
}

/** What pages put between title and lead: the hour, the writer's name. */
function isAside(line: Line | undefined): boolean {
  return line?.kind === 'text' && line.role === 'body' && !line.bold && !line.list && line.text.length < 40
}

/** Where the lead stands: right after the title, after the hour and the writer, or where the file itself says so. */
function findLead(lines: readonly Line[], from: number): Readonly<{ at: number; draft: Draft }> | undefined {
  const near = lines.slice(from, from + 8)
  const said = near.findIndex((line) => line.kind === 'text' && line.role === 'subtitle')
  const after = near.findIndex((line) => !isAside(line))
  const at = from + (said >= 0 ? said : after)
  const draft = readLead(lines[at])
  return draft && { at, draft }
}

/**
 * Title and lead: the first bold, larger or centred line, and the bold (or italic) paragraph after it. What
 * stands before the title is answered in `before`, all that is neither in `after`, to be read as ordinary text.
 */
export function readOpening(
  lines: readonly Line[],
): Readonly<{ drafts: readonly Draft[]; before: readonly Line[]; after: readonly Line[] }> {
  const found = findTitle(lines)
  if (!found) return { drafts: [draftBlock('title', [], 'titleMissing')], before: [], after: lines }
  const { drafts, next } = readTitle(lines, found.at, found.guess)
  const before = lines.slice(0, found.at)
  const lead = findLead(lines, next)
  if (!lead) return { drafts, before, after: lines.slice(next) }
  const after = [...lines.slice(next, lead.at), ...lines.slice(lead.at + 1)]
  return { drafts: [...drafts, lead.draft], before, after }
}
