import { rulesFor, type SentenceRules } from './sentence-rules.ts'

/** A sentence of a text, in UTF-16 units, without the white space around it. */
export type SentenceSpan = Readonly<{ start: number; end: number }>

const closers = /["'”’»)\]】」』）》]+$/u
const newline = /[\n\r\u2028\u2029\v\f]/u
const word = /[\p{L}\p{N}]/u
/** An ellipsis ends a sentence for us where a capital follows; the Unicode rules know only periods. */
const ellipsisEnd = /…["”’»)\]]*[^\S\n]+(?=["“‘«([]*\p{Lu})/gu
/** Unicode's rules take an opening quote behind a mark for a closing one, and break behind it. */
const endBeforeOpener = /[。！？…]+[”’」』）》】]*(?=[“‘「『（《【(])/gu
const opener = /[“‘「『（《【([]$/u
const opensLower = /^["'“‘«([]*\p{Ll}/u
const goesOn = /^[,;:)\]»”’，；：、）》」』]/u

/**
 * Cuts a text into sentences: the Unicode sentence rules, corrected by what `sentence-rules.ts` knows of the
 * language. A line break always ends a sentence. What has neither letter nor digit belongs to the sentence before
 * it, or to the one behind it. The sentences and the white space between them are the whole text.
 *
 * @param language BCP 47 tag
 */
export function splitSentences(text: string, language: string): readonly SentenceSpan[] {
  const rules = rulesFor(language)
  const spans: SentenceSpan[] = []
  let start = 0
  for (const at of candidates(text, language)) {
    if (at < text.length && !isEnd(text, start, at, rules)) continue
    const span = trimmed(text, start, at)
    if (span) addSpan(spans, text, span)
    start = at
  }
  return spans
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  return segmenter
}

/** Where a sentence may end, in order; the end of the text last. */
function candidates(text: string, language: string): readonly number[] {
  const found = new Set<number>()
  for (const { index, segment } of segmenterOf(language).segment(text)) found.add(index + segment.length)
  for (const pattern of [ellipsisEnd, endBeforeOpener]) {
    for (const match of text.matchAll(pattern)) found.add(match.index + match[0].length)
  }
  return [...found].sort((left, right) => left - right)
}

function trimmed(text: string, from: number, to: number): SentenceSpan | undefined {
  const piece = text.slice(from, to)
  const end = from + piece.trimEnd().length
  const start = to - piece.trimStart().length
  return start < end ? { start, end } : undefined
}

/** A piece without a word is no sentence. Lines stay apart all the same. */
function addSpan(spans: SentenceSpan[], text: string, span: SentenceSpan): void {
  const last = spans.at(-1)
  const joins =
    last !== undefined &&
    !newline.test(text.slice(last.end, span.start)) &&
    !(word.test(text.slice(last.start, last.end)) && word.test(text.slice(span.start, span.end)))
  if (joins) spans[spans.length - 1] = { start: last.start, end: span.end }
  else spans.push(span)
}

function isEnd(text: string, start: number, at: number, rules: SentenceRules): boolean {
  const before = text.slice(start, at)
  const head = before.trimEnd()
  const gap = before.slice(head.length)
  if (newline.test(gap)) return true
  if (gap === '' && (rules.spaced || opener.test(head))) return false
  const after = text.slice(at, at + 80)
  if (goesOn.test(after) || opensLower.test(after)) return false
  const core = head.replace(closers, '')
  if (core !== head && rules.afterQuote?.test(after)) return false
  if (core.endsWith('.') && !core.endsWith('..') && isAbbreviated(core.slice(0, -1), after, rules))
    return false
  return !isInsideQuote(text, start, at, rules)
}

/** Whether a period behind `head`, which reaches back to the start of its sentence, is not the sentence's end. */
function isAbbreviated(head: string, after: string, rules: SentenceRules): boolean {
  const token = head.match(/[^\s("“‘«[]*$/u)?.[0] ?? ''
  const last = token.slice(token.lastIndexOf('.') + 1)
  const next = after.match(/^["“‘«([]*([\p{L}\p{M}]+)/u)?.[1] ?? ''
  if (rules.abbreviations.includes(token) || rules.abbreviations.includes(last)) return true
  if (rules.ambiguous.includes(token) || rules.ambiguous.includes(last)) return !rules.starters.includes(next)
  if (rules.beforeDigit.includes(token) && /^\d/u.test(after)) return true
  return isListNumber(head, rules) || isDate(head, after) || isInitial(head, token, after, rules)
}

/** "1.", "IV.", "b.", "2.1." and "Điều 5." at the head of a text. */
function isListNumber(head: string, rules: SentenceRules): boolean {
  const label = head.trim().replace(/^["“‘«([]+/u, '')
  if (/^(?:\d{1,3}|[IVXLC]{1,6}|\p{L})(?:\.\d{1,3})*$/u.test(label)) return true
  const numbered = label.match(/^(.+?)\s+(?:\d{1,3}\p{Ll}?|[IVXLC]{1,6})$/u)?.[1]
  return numbered !== undefined && rules.numbered.includes(numbered)
}

/** "2024. 11. 20." as Korean writes dates: no part of it ends a sentence. */
function isDate(head: string, after: string): boolean {
  if (/(?:^|[^\d.])\d{2,4}$/u.test(head) && /^\d{1,2}\.(?!\d)/u.test(after)) return true
  return /(?:^|[^\d.])\d{2,4}\.\s?\d{1,2}(?:\.\s?\d{1,2})?$/u.test(head) && !/^\p{Lu}/u.test(after)
}

/** "J. K. Rowling", "ông N. khai": a capital that stands for a name. */
function isInitial(head: string, token: string, after: string, rules: SentenceRules): boolean {
  const letters = token.split('.')
  if (!letters.every((letter) => /^\p{Lu}$/u.test(letter))) return false
  if (/^\p{Lu}\./u.test(after)) return true
  const before = head.slice(0, head.length - token.length).trimEnd()
  const former = before.match(/[^\s("“‘«[]*$/u)?.[0] ?? ''
  return (
    former === '' ||
    /^\p{Lu}\.$/u.test(former) ||
    /^\p{Lu}\p{Ll}+$/u.test(former) ||
    rules.beforeInitial.includes(former)
  )
}

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '(': ')',
  '[': ']',
  '（': '）',
  '「': '」',
  '『': '』',
  '【': '】',
}

/** Whether `at` lies in a quotation or bracket, opened in this sentence, that is short enough to stay whole. */
function isInsideQuote(text: string, start: number, at: number, rules: SentenceRules): boolean {
  const open: Readonly<{ at: number; close: string }>[] = []
  for (let index = start; index < at; index += 1) {
    const character = text[index] ?? ''
    const closing = pairs[character]
    if (closing) open.push({ at: index, close: closing })
    else if (open.at(-1)?.close === character) open.pop()
    else if (character === '"') open.push({ at: index, close: '"' })
  }
  return open.some((quote) => {
    const end = text.indexOf(quote.close, at)
    return end >= 0 && end - quote.at <= rules.wholeQuote && !newline.test(text.slice(at, end))
  })
}
