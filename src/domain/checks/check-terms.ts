import type { NumberLanguage, Span } from '#domain/numbers/mention.ts'
import type { MetTerm } from '#domain/terms/recognise.ts'
import type { CheckedSegment, CheckedText } from './checked-segment.ts'
import type { Finding } from './finding.ts'

/** Terms of the source that the target does not hold in an allowed form, and forms it must not hold. */
export function checkTerms({ target, terms }: CheckedSegment): readonly Finding[] {
  const found = terms.flatMap((match) => checkTerm(match, target))
  // A name forbidden everywhere is also forbidden by the term of the source: it is told once, with the term.
  const bySource = found.toSorted((a, b) => b.source.length - a.source.length)
  return found.filter(
    (finding) =>
      finding === bySource.find((other) => other.kind === finding.kind && sameTarget(other, finding)),
  )
}

function sameTarget(left: Finding, right: Finding): boolean {
  const [a, b] = [left.target[0], right.target[0]]
  return a === undefined || b === undefined ? left === right : a.start === b.start && a.end === b.end
}

function checkTerm(match: MetTerm, target: CheckedText): readonly Finding[] {
  const allowed = match.allowed.flatMap((form) => occurrences(form, target))
  const forbidden = match.forbidden
    .flatMap((form) => occurrences(form, target))
    .filter((span) => !allowed.some((other) => other.start <= span.start && span.end <= other.end))
  const told = forbidden.map((span) => forbiddenFinding(match, span, target.text))
  return told.length > 0 || allowed.length > 0 ? told : missingFinding(match)
}

function forbiddenFinding({ term, source, allowed }: MetTerm, span: Span, text: string): Finding {
  const facts = { term, found: text.slice(span.start, span.end), allowed: allowed.join(' · ') }
  return { kind: 'term-forbidden', severity: 'error', source: source ? [source] : [], target: [span], facts }
}

function missingFinding({ term, source, allowed }: MetTerm): readonly Finding[] {
  if (!source || allowed.length === 0) return []
  const facts = { term, allowed: allowed.join(' · ') }
  return [{ kind: 'term-missing', severity: 'warning', source: [source], target: [], facts }]
}

/**
 * Where a form stands. Chinese has no word ends and Korean hangs particles on its words, so there a form is found
 * inside of others; elsewhere it is whole words, in either case, with an English plural or possessive.
 */
function occurrences(form: string, { text, language }: CheckedText): readonly Span[] {
  if (form === '') return []
  return [...text.matchAll(shapeOf(form, language))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const shapes = new Map<string, RegExp>()
const mostShapes = 5_000

function shapeOf(form: string, language: NumberLanguage): RegExp {
  const key = `${language} ${form}`
  const known = shapes.get(key)
  if (known) return known
  const shape = buildShape(form, language)
  if (shapes.size >= mostShapes) shapes.clear()
  shapes.set(key, shape)
  return shape
}

function buildShape(form: string, language: NumberLanguage): RegExp {
  const escaped = form.replace(/[.$*+?^(){}|[\]\\]/g, '\\$&').replace(/\s+/g, '[\\s\\u00a0]+')
  if (language === 'zh') return new RegExp(escaped, 'giu')
  const begin = /^[\p{L}\p{N}]/u.test(form) ? '(?<![\\p{L}\\p{N}])' : ''
  if (language === 'ko') return new RegExp(`${/^\p{Script=Latin}/u.test(form) ? begin : ''}${escaped}`, 'giu')
  const plural = language === 'en' ? "(?:s|es|['’]s)?" : ''
  const end = /[\p{L}\p{N}]$/u.test(form) ? `${plural}(?![\\p{L}\\p{N}])` : ''
  return new RegExp(begin + escaped + end, 'giu')
}
