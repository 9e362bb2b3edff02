import type { NumberLanguage, Span } from '#domain/numbers/mention.ts'
import type { CheckedSegment } from './checked-segment.ts'
import type { Finding } from './finding.ts'

const doubledSpaces = /(?<=\S)[ \u00a0]{2,}(?=\S)/u
const allDoubledSpaces = new RegExp(doubledSpaces, 'gu')

/** Spaces and characters that are there by accident. */
export function checkSpacing({ source, target }: CheckedSegment): readonly Finding[] {
  const { text, language } = target
  if (text.trim() === '') return []
  return [
    ...(doubledSpaces.test(source.text) ? [] : find(text, allDoubledSpaces)).map((span) =>
      told('space-doubled', span, {}),
    ),
    ...spacesBeforeMarks(text, language).map((span) =>
      told('space-before-mark', span, { found: text.slice(span.start, span.end).trim() }),
    ),
    ...edges(source.text, text).map((span) => told('space-edges', span, {})),
    ...find(text, /[\u200b\u200e\u200f\u2060\ufeff\u00ad\ufffd]/gu)
      .filter((span) => !source.text.includes(text.slice(span.start, span.end)))
      .map((span) => told('character-invisible', span, { code: codePoint(text, span.start) })),
  ]
}

function told<
  Kind extends 'space-doubled' | 'space-before-mark' | 'space-edges' | 'character-invisible' | 'word-doubled',
>(kind: Kind, span: Span, facts: Extract<Finding, { kind: Kind }>['facts']): Finding {
  return { kind, severity: 'warning', source: [], target: [span], facts } as Extract<Finding, { kind: Kind }>
}

function find(text: string, shape: RegExp): readonly Span[] {
  return [...text.matchAll(shape)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function spacesBeforeMarks(text: string, language: NumberLanguage): readonly Span[] {
  return language === 'other'
    ? []
    : find(text, /(?<=[\p{L}\p{N}])\s+[,;:!?.。，；：！？](?![\p{L}\p{N}.)])/gu)
}

function edges(source: string, target: string): readonly Span[] {
  const before = target.length - target.trimStart().length
  const behind = target.length - target.trimEnd().length
  const spans: Span[] = []
  if (before !== source.length - source.trimStart().length) spans.push({ start: 0, end: before })
  if (behind !== source.length - source.trimEnd().length)
    spans.push({ start: target.length - behind, end: target.length })
  return spans
}

function codePoint(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Words that no sentence says twice in a row; Vietnamese and Chinese double others on purpose (xanh xanh, 人人). */
const neverTwice: Readonly<Record<Exclude<NumberLanguage, 'ko' | 'other'>, RegExp>> = {
  vi: /(?<![\p{L}\p{N}])(của|và|các|những|được|trong|cho|đã|đang|sẽ|với|tại|về|bị|là|có|do|từng bước|tỉnh|huyện|phường|nhân dân|trên|dưới|này|một|không|để|khi|theo|đến)\s+\1(?![\p{L}\p{N}])/giu,
  en: /(?<![\p{L}\p{N}'’-])([A-Za-z]{2,})\s+\1(?![\p{L}\p{N}'’-])/giu,
  zh: /(的|了|是|在|和|与|及|或|将|被|把|对|从|为|而|也|都|就)\1(?!\1)|([\p{Script=Han}]{3,})\2/gu,
}
const koreanTwice = /(?<![\p{L}\p{N}])(\p{Script=Hangul}{2,})\s+\1(?![\p{L}\p{N}])/gu
const meantTwice = new Set([
  'had',
  'that',
  'is',
  'very',
  'bora',
  'so',
  'bye',
  'no',
  'blah',
  'cha',
  'pho',
  'walla',
  '매우',
  '오래',
  '하나',
  '조금',
  '점점',
  '가지',
  '서로',
  '거의',
  '구석',
  '누구',
  '아주',
  '차례',
  '송이',
])

/** A word written twice by a slip. */
export function checkDoubledWords({ source, target }: CheckedSegment): readonly Finding[] {
  const { text, language } = target
  const shape = language === 'ko' ? koreanTwice : language === 'other' ? undefined : neverTwice[language]
  if (!shape) return []
  return [...text.matchAll(shape)].flatMap((match) => {
    const word = (match[1] ?? match[2] ?? '').toLowerCase()
    const doubledAsIn = source.text.includes(match[0])
    if (
      meantTwice.has(word) ||
      doubledAsIn ||
      isOtherCase(match[0]) ||
      (language === 'en' && isRepeatedName(match[0]))
    )
      return []
    return [
      told('word-doubled', { start: match.index, end: match.index + match[0].length }, { found: match[0] }),
    ]
  })
}

/** "json JSON" is no slip, "The the" is. */
function isOtherCase(words: string): boolean {
  const [first = '', second = first] = words.split(/\s+/u)
  return second !== first && second !== first.toLowerCase()
}

/** "Bora Bora", "Duran Duran". */
function isRepeatedName(words: string): boolean {
  return /^(\p{Lu}\p{Ll}+)\s\1$/u.test(words)
}
