import { type Marks, markNames, mergeRuns, type Run } from '../blocks.ts'
import type { CodedText, InlineCode } from './coded-text.ts'

type MarkName = keyof Marks
type Mark = Readonly<{ mark: MarkName; value: string }>
type OpenMark = Mark & Readonly<{ number: number }>

/**
 * Sets the marks of a text apart as paired codes, nested and numbered from 1. Of marks that open in one place the
 * one that lasts longest opens first; a mark that goes on behind the end of one around it is two pairs.
 */
export function codedFromRuns(runs: readonly Run[]): CodedText {
  const merged = mergeRuns(runs)
  const parts: (string | InlineCode)[] = []
  const open: OpenMark[] = []
  let number = 0
  function closeDownTo(kept: number): void {
    for (const mark of open.splice(kept).reverse()) parts.push({ code: 'close', ...mark })
  }
  for (const [index, { text, marks }] of merged.entries()) {
    const wanted = marksIn(marks)
    const gone = open.findIndex((mark) => !wanted.some((other) => sameMark(mark, other)))
    closeDownTo(gone < 0 ? open.length : gone)
    const fresh = wanted.filter((mark) => !open.some((other) => sameMark(mark, other)))
    const extent = (mark: Mark) => extentOf(merged, index, mark)
    for (const mark of fresh.sort((left, right) => extent(right) - extent(left))) {
      number += 1
      const code = { number, ...mark }
      open.push(code)
      parts.push({ code: 'open', ...code })
    }
    parts.push(text)
  }
  closeDownTo(0)
  return parts
}

/**
 * The text with its codes as marks again. Only whole pairs mark anything; what stands alone, and codes of other
 * programs, are left out: a text of ours has no place for them.
 */
export function runsFromCoded(text: CodedText): readonly Run[] {
  const whole = wholePairs(text)
  const active = new Map<number, Mark>()
  const runs: Run[] = []
  for (const part of text) {
    if (typeof part === 'string') runs.push({ text: part, marks: marksFrom([...active.values()]) })
    else if (part.mark !== 'other' && whole.has(part.number)) {
      if (part.code === 'open') active.set(part.number, { mark: part.mark, value: part.value })
      else active.delete(part.number)
    }
  }
  return mergeRuns(runs)
}

/** A target with its codes numbered as those of the source that do the same; what the source lacks comes behind. */
export function numberLike(source: CodedText, target: CodedText): CodedText {
  const free = source.filter(isOpening)
  let last = Math.max(0, ...source.filter(isCode).map(({ number }) => number))
  const numbers = new Map<number, number>()
  for (const code of target.filter(isOpening)) {
    const at = free.findIndex((other) => sameMark(code, other))
    const [taken] = at < 0 ? [] : free.splice(at, 1)
    if (taken === undefined) last += 1
    numbers.set(code.number, taken?.number ?? last)
  }
  return target.map((part) =>
    typeof part === 'string' ? part : { ...part, number: numbers.get(part.number) ?? part.number },
  )
}

/**
 * A coded text as one word that is the same wherever the text is, whatever numbers its codes have: what is hashed.
 * The text is taken in NFC.
 */
export function codedString(text: CodedText): string {
  const joined = codedFromRuns(runsFromCoded(text))
  const parts = joined.map((part) =>
    typeof part === 'string' ? part.normalize('NFC') : [part.code, part.mark, part.value],
  )
  return JSON.stringify(parts)
}

/** Two texts as one, their codes numbered through. */
export function joinCoded(left: CodedText, between: string, right: CodedText): CodedText {
  const shift = Math.max(0, ...left.filter(isCode).map(({ number }) => number))
  const moved = right.map((part) =>
    typeof part === 'string' ? part : { ...part, number: part.number + shift },
  )
  return [...left, ...(between === '' ? [] : [between]), ...moved]
}

export function isCode(part: string | InlineCode): part is InlineCode {
  return typeof part !== 'string'
}

function isOpening(part: string | InlineCode): part is InlineCode {
  return isCode(part) && part.code === 'open'
}

function marksIn(marks: Marks): Mark[] {
  return markNames.flatMap((mark) => {
    const value = marks[mark]
    return value === undefined ? [] : [{ mark, value: typeof value === 'string' ? value : '' }]
  })
}

function marksFrom(marks: readonly Mark[]): Marks {
  return Object.fromEntries(marks.map(({ mark, value }) => [mark, mark === 'link' ? value : true]))
}

/** How many runs from `index` on carry a mark without a gap. */
function extentOf(runs: readonly Run[], index: number, mark: Mark): number {
  const end = runs.findIndex(
    ({ marks }, at) => at > index && !marksIn(marks).some((other) => sameMark(mark, other)),
  )
  return (end < 0 ? runs.length : end) - index
}

function sameMark(
  left: Pick<InlineCode, 'mark' | 'value'>,
  right: Pick<InlineCode, 'mark' | 'value'>,
): boolean {
  return left.mark === right.mark && left.value === right.value
}

/** Numbers that open once and close behind it. */
function wholePairs(text: CodedText): ReadonlySet<number> {
  const opened = new Set<number>()
  const whole = new Set<number>()
  for (const { code, number } of text.filter(isCode)) {
    if (code === 'open') opened.add(number)
    else if (code === 'close' && opened.has(number)) whole.add(number)
  }
  return whole
}
