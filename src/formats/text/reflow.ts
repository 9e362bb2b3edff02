import type { FileLine } from './text-lines.ts'

const opensItem =
  /^(?:[-–—+•●▪*·]\s+\S|[IVX]{1,6}[.)/]\s+\S|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s+\S|[a-zđ]\)\s+\S|\[\d+\]\s)/u
const endsSentence = /[.!?…:;][”")\]]*$/u
const startsLower = /^[(“"‘']?\p{Ll}/u
const isOffice = /^\p{Lu}[\p{Lu}\s.]*$/u

export type Layout = Readonly<{
  /** Lines were broken by the width of a page, not by the writer. */
  wrapped: boolean
  /** Every line is followed by a blank one: blank lines separate nothing. */
  spaced: boolean
  /** Characters of an ordinary full line. */
  width: number
}>

function middle(numbers: readonly number[], share: number): number {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length * share)] ?? 0
}

/** Judges how a file was laid out, from the lengths of its lines and how they go on. */
export function judgeLayout(lines: readonly FileLine[]): Layout {
  const lengths = lines.map((line) => line.text.length)
  const width = middle(lengths, 0.6)
  const goesOn = lines.filter((line, index) => {
    const next = lines[index + 1]
    return (
      next && line.text.length > width * 0.6 && !endsSentence.test(line.text) && startsLower.test(next.text)
    )
  })
  const gaps = lines.slice(1).filter((line) => line.gap > 0).length
  return {
    wrapped: lines.length >= 4 && middle(lengths, 0.95) <= 130 && goesOn.length / lines.length > 0.2,
    spaced: gaps / Math.max(1, lines.length - 1) > 0.8,
    width,
  }
}

const endsFully = /[.!?…][/”")\]]*\.?$/u
/** Words that never end a paragraph. */
const connects =
  /(?:^|\s)(?:của|và|các|những|về|với|cho|tại|trong|theo|từ|đến|là|do|để|bằng|trên|dưới|hoặc|như|the|of|and|to|in|for|a)$/iu
const numbered = /^(?:[IVX]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3})[.)/]\s/

/**
 * Would the next line's first word have fitted? Then the break was the writer's. Letters differ in width, so
 * an ordinary line must leave more room than one that bears a number, and that more than a sentence's end.
 */
function brokeEarly(line: FileLine, next: FileLine, width: number): boolean {
  const word = next.text.split(' ', 1)[0] ?? ''
  const needed = line.text.length + 1 + word.length
  if (endsFully.test(line.text)) return needed < width * 1.03
  return needed < width * (numbered.test(line.text) ? 0.94 : 0.88)
}

function isOwnLine(line: FileLine): boolean {
  return isOffice.test(line.text) && line.text.length < 60
}

/** Does a new paragraph begin at `next`? */
function breaksBefore(line: FileLine, next: FileLine, layout: Layout): boolean {
  if (startsLower.test(next.text) && !/^[a-zđ]\)\s/.test(next.text)) {
    return next.gap > 0 && !layout.spaced && endsSentence.test(line.text)
  }
  // "giai đoạn 2026" / "- 2030": a dash between numbers is no bullet.
  if (/\d$/.test(line.text) && /^[-–—]\s+\d/.test(next.text)) return false
  if (/[-–—/]$/.test(line.text) || connects.test(line.text)) return false
  if (opensItem.test(next.text))
    return (
      endsSentence.test(line.text) || brokeEarly(line, next, layout.width) || /^[-–—+•●▪*·]\s/.test(next.text)
    )
  if (!layout.spaced && next.gap > 0) return true
  if (layout.spaced && next.gap > 2) return true
  if (isOwnLine(line) || isOwnLine(next)) return !startsLower.test(next.text)
  return brokeEarly(line, next, layout.width)
}

/** A hyphen at a line's end belongs to the word ("QĐ-" / "BVHTTDL"); " -" is a dash between words. */
function joinTexts(left: string, right: string): string {
  return /\S[-/]$/.test(left) ? left + right : `${left} ${right}`
}

/** Joins lines into paragraphs; a file that was not wrapped keeps one paragraph a line. */
export function reflow(lines: readonly FileLine[], layout: Layout): readonly string[] {
  if (!layout.wrapped) return lines.map((line) => line.text)
  const paragraphs: string[] = []
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]
    const open = paragraphs.at(-1)
    if (!previous || open === undefined || breaksBefore(previous, line, layout)) paragraphs.push(line.text)
    else paragraphs[paragraphs.length - 1] = joinTexts(open, line.text)
  }
  return paragraphs
}
