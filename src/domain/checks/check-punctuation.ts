import type { NumberLanguage, Span } from '#domain/numbers/mention.ts'
import type { CheckedSegment, CheckedText } from './checked-segment.ts'
import type { Finding } from './finding.ts'

type EndMark =
  | 'stop'
  | 'question'
  | 'exclamation'
  | 'ellipsis'
  | 'colon'
  | 'semicolon'
  | 'comma'
  | 'dash'
  | 'none'

const endMarks: readonly (readonly [RegExp, EndMark])[] = [
  [/(?:\.{3,}|…+|。{3,}|\.\.)$/u, 'ellipsis'],
  [/(?:[?？]+[!！]*|[!！]+[?？]+)$/u, 'question'],
  [/[!！]+$/u, 'exclamation'],
  [/[.。．]$/u, 'stop'],
  [/[:：]$/u, 'colon'],
  [/[;；]$/u, 'semicolon'],
  [/[,，、]$/u, 'comma'],
  [/[-–—]+$/u, 'dash'],
]
const latinMarks: Readonly<Record<EndMark, string>> = {
  stop: '.',
  question: '?',
  exclamation: '!',
  ellipsis: '…',
  colon: ':',
  semicolon: ';',
  comma: ',',
  dash: '–',
  none: '',
}
const chineseMarks: Readonly<Record<EndMark, string>> = {
  stop: '。',
  question: '？',
  exclamation: '！',
  ellipsis: '……',
  colon: '：',
  semicolon: '；',
  comma: '，',
  dash: '——',
  none: '',
}

/**
 * Pairs that are no fault: Vietnamese ends with an exclamation mark less readily than English, and a colon, a dash,
 * a semicolon or a comma before the next line is a matter of taste.
 */
const alike: readonly ReadonlySet<EndMark>[] = [
  new Set(['stop', 'exclamation']),
  new Set(['colon', 'stop', 'dash', 'comma']),
  new Set(['stop', 'semicolon', 'none', 'comma']),
  new Set(['stop', 'ellipsis']),
]

type End = Readonly<{ mark: EndMark; span: Span; written: string }>

/** Whether the target ends as the source does, with the marks of its own language. */
export function checkEnd({ source, target }: CheckedSegment): readonly Finding[] {
  if (target.text.trim() === '') return []
  const [theirs, ours] = [endOf(source.text), endOf(target.text)]
  const expected = (target.language === 'zh' ? chineseMarks : latinMarks)[theirs.mark]
  const spans = { source: [theirs.span], target: [ours.span] }
  if (theirs.mark === ours.mark) return formFinding(ours, target.language, spans)
  if (endsInAbbreviation(target.text) || endsInAbbreviation(source.text)) return []
  if (theirs.mark === 'none')
    return isHardEnd(ours)
      ? [{ kind: 'end-extra', severity: 'warning', ...spans, facts: { found: ours.written } }]
      : []
  if (ours.mark === 'none')
    return isHardEnd(theirs) || theirs.mark === 'colon'
      ? [
          {
            kind: 'end-missing',
            severity: isHardEnd(theirs) ? 'warning' : 'notice',
            ...spans,
            facts: { expected },
          },
        ]
      : []
  if (alike.some((set) => set.has(theirs.mark) && set.has(ours.mark))) return []
  return [{ kind: 'end-changed', severity: 'warning', ...spans, facts: { expected, found: ours.written } }]
}

function isHardEnd({ mark }: End): boolean {
  return mark === 'stop' || mark === 'question' || mark === 'exclamation' || mark === 'ellipsis'
}

function formFinding(
  end: End,
  language: NumberLanguage,
  spans: Pick<Finding, 'source' | 'target'>,
): readonly Finding[] {
  if (end.mark === 'none' || end.mark === 'ellipsis' || end.mark === 'dash') return []
  const foreign = language === 'zh' ? /^[.?!:;,]$/ : /^[。．？！：；，、]$/u
  if (language === 'other' || !foreign.test(end.written)) return []
  const expected = (language === 'zh' ? chineseMarks : latinMarks)[end.mark]
  return [{ kind: 'mark-form', severity: 'warning', ...spans, facts: { expected, found: end.written } }]
}

const closers = /[\s"'”’»)\]}）】」』》〉]+$/u

/** The mark a text ends with, looked for before the quotes and brackets that close there. */
function endOf(text: string): End {
  const open = text.replace(closers, '')
  for (const candidate of [text.trimEnd(), open]) {
    for (const [shape, mark] of endMarks) {
      const found = shape.exec(candidate)
      if (!found) continue
      const span = { start: found.index, end: found.index + found[0].length }
      return { mark, span, written: found[0] }
    }
  }
  const end = text.trimEnd().length
  return { mark: 'none', span: { start: end, end }, written: '' }
}

/** "v.v.", "Co., Ltd.", "U.S." end a sentence with a stop that is also their own. */
function endsInAbbreviation(text: string): boolean {
  return /(?:v\.v\.?|etc\.|(?:\p{L}\.){2,}|Ltd\.|Co\.|Jr\.|No\.|%|等)\s*[)”"»]*$/u.test(text)
}

/** Half-width marks between Chinese characters, and full-width ones where the language does not write them. */
export function checkMarkForms({ source, target }: CheckedSegment): readonly Finding[] {
  if (target.language === 'other') return []
  const end = endOf(target.text).span
  const shape =
    target.language === 'zh' ? /(?<=\p{Script=Han})[,;:?!](?=\s?\p{Script=Han})/gu : /[。，、；：？！（）]/gu
  return [...target.text.matchAll(shape)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    if (
      span.end >= end.end ||
      (target.language === 'ko' && source.text.includes(match[0]) && /[、]/u.test(match[0]))
    )
      return []
    const facts = { found: match[0], expected: otherWidth(match[0]) }
    return [{ kind: 'mark-form', severity: 'warning', source: [], target: [span], facts } as const]
  })
}

const widths = '.,;:?!()'
const fullWidths = '。，；：？！（）'

function otherWidth(mark: string): string {
  if (mark === '、') return ','
  const [at, back] = [widths.indexOf(mark), fullWidths.indexOf(mark)]
  return at >= 0 ? (fullWidths[at] ?? mark) : (widths[back] ?? mark)
}

const quotePairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
]
const bracketPairs: readonly (readonly [string, string])[] = [
  ['(（', ')）'],
  ['[【', ']】'],
]

const anyPair = /[“”«»「」『』《》〈〉()（）[\]【】"]/u

/** Quotes and brackets that stay open, or close nothing, where those of the source are in order. */
export function checkPairs({ source, target }: CheckedSegment): readonly Finding[] {
  if (!anyPair.test(target.text)) return []
  const quotes = unpaired(target, quotePairs).concat(oddStraightQuote(target))
  const brackets = unpaired(target, bracketPairs).filter((span) => !isListMark(target.text, span))
  const sourceQuotes = unpaired(source, quotePairs).concat(oddStraightQuote(source))
  const sourceBrackets = unpaired(source, bracketPairs).filter((span) => !isListMark(source.text, span))
  return [
    ...(sourceQuotes.length === 0
      ? quotes.map((span) => pairFinding('quotes-unpaired', span, target.text))
      : []),
    ...(sourceBrackets.length === 0
      ? brackets.map((span) => pairFinding('brackets-unpaired', span, target.text))
      : []),
  ]
}

function pairFinding(kind: 'quotes-unpaired' | 'brackets-unpaired', span: Span, text: string): Finding {
  const facts = { found: text.slice(span.start, span.end) }
  return { kind, severity: 'warning', source: [], target: [span], facts }
}

/** Marks without their other half. A mark of one kind crossing another's pair is left to the eye. */
function unpaired({ text }: CheckedText, pairs: readonly (readonly [string, string])[]): readonly Span[] {
  return pairs.flatMap(([opening, closing]) => {
    const open: number[] = []
    const alone: number[] = []
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charAt(at)
      if (opening.includes(character)) open.push(at)
      else if (closing.includes(character) && open.pop() === undefined) alone.push(at)
    }
    return [...alone, ...open].map((start) => ({ start, end: start + 1 }))
  })
}

/** An odd number of straight double quotes, also when those behind digits (inches, seconds) are not counted. */
function oddStraightQuote({ text }: CheckedText): readonly Span[] {
  const last = text.lastIndexOf('"')
  const isOdd = (shape: RegExp) => (text.match(shape)?.length ?? 0) % 2 === 1
  return isOdd(/"/g) && (isOdd(/(?<!\d)"/g) || !/\d"/.test(text)) ? [{ start: last, end: last + 1 }] : []
}

/** "a)", "1)" at a beginning number a list. */
function isListMark(text: string, { start }: Span): boolean {
  return (
    /[)）]/.test(text.charAt(start)) &&
    /^\s*(?:[A-Za-zđ]|\d{1,3}|[ivx]{1,4}|\p{Script=Hangul})$/u.test(text.slice(0, start))
  )
}
