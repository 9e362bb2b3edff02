import type { Run } from '../blocks.ts'
import { readFigure } from './figures.ts'
import { type Line, type TextLine, withoutMark } from './lines.ts'
import { type Draft, draftBlock, type Guess } from './proposal.ts'

const dash = /^[-–—+•●▪*·]\s+/
const typedNumber = /^(\d{1,3})[.)]\s+/
const numberedHeading = /^(?:[IVX]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[A-ZĐ])\s*[.)/-]\s*\S/
const longestHeading = 130
const dividerShape = /^[\s*_\-–—=~#•.]{3,}$/

/** Cuts the first `length` characters off. */
function dropCharacters(runs: readonly Run[], length: number): readonly Run[] {
  let left = length
  return runs.flatMap(({ text, marks }) => {
    const kept = text.slice(left)
    left = Math.max(0, left - text.length)
    return kept === '' ? [] : [{ text: kept, marks }]
  })
}

/** How many lines from `at` on satisfy the test. */
function streak(
  lines: readonly Line[],
  at: number,
  test: (line: TextLine, index: number) => boolean,
): number {
  let length = 0
  for (let line = lines[at]; line?.kind === 'text' && test(line, length); line = lines[at + length])
    length += 1
  return length
}

const startsWithDash = (line: TextLine) => line.role === 'body' && !line.list && dash.test(line.text)
const startsWithNumber = (line: TextLine, index: number) =>
  line.role === 'body' &&
  !line.list &&
  !isHeading(line) &&
  Number(typedNumber.exec(line.text)?.[1]) === index + 1

function unmarked(line: TextLine, kind: 'bullet' | 'number', pattern: RegExp, guess: Guess): Draft {
  const length = pattern.exec(line.text)?.[0].length ?? 0
  return draftBlock(kind, dropCharacters(line.runs, length), guess)
}

function isHeading(line: TextLine): boolean {
  return (
    line.text.length <= longestHeading &&
    !line.text.includes('\n') &&
    !/[.;,:!](?:[”")])?$/.test(line.text) &&
    !dash.test(line.text) &&
    (line.bold || (numberedHeading.test(line.text) && /\p{L}{2}/u.test(line.text)))
  )
}

function readHeading(line: TextLine): Draft | undefined {
  if (line.role === 'heading' || line.role === 'title') {
    return draftBlock('heading', withoutMark(line.runs, 'bold'), '')
  }
  if (line.role !== 'body' || line.align === 'end' || !isHeading(line)) return undefined
  return draftBlock(
    'heading',
    withoutMark(line.runs, 'bold'),
    line.bold ? 'headingByBold' : 'headingByNumber',
  )
}

function isSpoken(line: TextLine): boolean {
  return line.italic && /^[“"«]/.test(line.text) && /[”"»][.!?]?$/.test(line.text)
}

function readText(line: TextLine): Draft {
  if (line.list) {
    const indent = Math.min(Math.max(line.list.level, 0), 8)
    return draftBlock(line.list.ordered ? 'number' : 'bullet', line.runs, '', { indent })
  }
  if (line.role === 'quote') return draftBlock('quote', line.runs, '')
  if (dividerShape.test(line.text)) return draftBlock('divider', [], 'dividerByLine')
  if (isSpoken(line)) return draftBlock('quote', withoutMark(line.runs, 'italic'), 'quoteByItalic')
  return readHeading(line) ?? draftBlock('paragraph', line.runs, '')
}

/** A single dash opens a spoken line; two or more in a row are a list. */
function readTypedList(lines: readonly Line[], at: number): readonly Draft[] {
  const dashes = streak(lines, at, startsWithDash)
  const numbers = streak(lines, at, startsWithNumber)
  const texts = lines.slice(at, at + Math.max(dashes, numbers)).filter((line) => line.kind === 'text')
  if (dashes >= 2) return texts.map((line) => unmarked(line, 'bullet', dash, 'dashBullet'))
  return numbers >= 2 ? texts.map((line) => unmarked(line, 'number', typedNumber, 'typedNumber')) : []
}

/** Reads what follows the opening: figures, headings, lists, quotes and plain paragraphs. */
export function readBody(lines: readonly Line[]): readonly Draft[] {
  const drafts: Draft[] = []
  let at = 0
  for (let line = lines[at]; line; line = lines[at]) {
    if (line.kind === 'picture') {
      const figure = readFigure(lines, at)
      drafts.push(figure.draft)
      at = figure.next
      continue
    }
    const list = readTypedList(lines, at)
    if (list.length > 0) drafts.push(...list)
    else if (line.kind === 'divider') drafts.push(draftBlock('divider', [], ''))
    else if (line.kind === 'note') drafts.push(draftBlock('paragraph', line.runs, 'footnote'))
    else drafts.push(readText(line))
    at += Math.max(list.length, 1)
  }
  return drafts
}
