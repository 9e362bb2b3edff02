import { findAddresses } from '#domain/numbers/addresses.ts'
import type { Span } from '#domain/numbers/mention.ts'
import { hasVietnameseLetters } from '#domain/vietnamese-syllable.ts'
import { type CheckedSegment, type CheckedText, wholeOf } from './checked-segment.ts'
import type { Finding } from './finding.ts'

/** A target without words, one that is the source again, and words of the source's language left standing. */
export function checkUntranslated(segment: CheckedSegment): readonly Finding[] {
  const { source, target } = segment
  if (source.text.trim() !== '' && target.text.trim() === '') {
    return [{ kind: 'target-empty', severity: 'error', source: [wholeOf(source)], target: [], facts: {} }]
  }
  if (source.language === target.language) return []
  if (isSame(segment)) {
    const spans = { source: [wholeOf(source)], target: [wholeOf(target)] }
    return [{ kind: 'same-as-source', severity: 'warning', ...spans, facts: {} }]
  }
  return leftWords(segment).map((span) => {
    const facts = { words: target.text.slice(span.start, span.end) }
    return { kind: 'source-words', severity: 'warning', source: [], target: [span], facts }
  })
}

/** The same text, where the source has words that are not names, codes or numbers. */
function isSame({ source, target }: CheckedSegment): boolean {
  if (source.text.trim() !== target.text.trim()) return false
  const words = proseOf(source).match(/\p{L}+/gu) ?? []
  return words.some((word) => !isName(word) && word.length > 1)
}

/** A text without its addresses and numbers; what is taken out leaves a gap of the same length. */
function proseOf({ text, mentions }: CheckedText): string {
  const spans = [...findAddresses(text), ...mentions].map(({ span }) => span)
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '\u0000'.repeat(end - start) + rest.slice(end),
    text,
  )
}

function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function leftWords(segment: CheckedSegment): readonly Span[] {
  const prose = proseOf(segment.target)
  switch (segment.source.language) {
    case 'vi':
      return vietnameseWords(prose)
    case 'zh':
      return segment.target.language === 'other' ? [] : scriptRuns(prose, /\p{Script=Han}+/gu)
    case 'ko':
      return scriptRuns(prose, /\p{Script=Hangul}+(?:\s\p{Script=Hangul}+)*/gu)
    case 'en':
      return englishWords(prose, segment.source)
    case 'other':
      return []
  }
}

/** Names keep their marks in many languages; a word with Vietnamese letters that begins small is no name. */
function vietnameseWords(prose: string): readonly Span[] {
  return spansOf(prose, /\p{Script=Latin}+(?:\s\p{Script=Latin}+)*/gu).flatMap(({ start, end }) => {
    const words = spansOf(prose.slice(start, end), /\p{L}+/gu)
    const left = words
      .map((word) => ({ start: word.start + start, end: word.end + start }))
      .filter((word) => isLeftVietnamese(prose.slice(word.start, word.end)))
    const [first] = left
    const last = left.at(-1)
    return first && last ? [{ start: first.start, end: last.end }] : []
  })
}

function isLeftVietnamese(word: string): boolean {
  return (
    !isName(word) &&
    (hasVietnameseLetters(word) || (/[âêôàáèéìíòóùúýãõ]/u.test(word) && !loanWords.has(word)))
  )
}

/** English words that are written with marks. */
const loanWords = new Set([
  'café',
  'cafés',
  'résumé',
  'fiancé',
  'décor',
  'cliché',
  'née',
  'fête',
  'rosé',
  'déjà',
  'pâté',
  'sauté',
  'crêpe',
  'crêpes',
  'touché',
  'protégé',
  'passé',
  'exposé',
  'lycée',
  'attaché',
  'communiqué',
  'régime',
  'rôle',
  'crème',
])

/** Runs of a script, but for what a gloss in brackets gives beside a translation: "Yen Bai (安沛)". */
function scriptRuns(prose: string, shape: RegExp): readonly Span[] {
  return spansOf(prose, shape).filter((span) => !isGloss(prose, span))
}

function isGloss(prose: string, { start }: Span): boolean {
  const before = prose.slice(0, start)
  const opened = Math.max(before.lastIndexOf('('), before.lastIndexOf('（'))
  return opened > Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'))
}

/** Three small English words in a row that the source has too. */
function englishWords(prose: string, source: CheckedText): readonly Span[] {
  const lowered = source.text.toLowerCase()
  return spansOf(
    prose,
    /(?<![A-Za-z\u00c0-\u1eff-])[a-z]{2,}(?:\s[a-z]{2,}){2,}(?![A-Za-z\u00c0-\u1eff-])/gu,
  ).filter((span) => lowered.includes(prose.slice(span.start, span.end)) && !isGloss(prose, span))
}

function spansOf(text: string, shape: RegExp): readonly Span[] {
  return [...text.matchAll(shape)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
