import type { MentionFamily } from '#domain/numbers/compare-mentions.ts'
import type { Span } from '#domain/numbers/mention.ts'

/** `error`: what is said differs; `warning`: most likely a slip; `notice`: worth a look. */
export type Severity = 'error' | 'warning' | 'notice'

/** What is known of each kind of finding. Values are as written in the texts, `expected` as the target would write. */
export type FindingFacts = {
  'target-empty': Record<never, never>
  'value-missing': { what: MentionFamily; value: string; expected: string }
  'value-extra': { what: MentionFamily; value: string }
  'value-changed': { what: MentionFamily; value: string; expected: string; found: string }
  'unit-changed': { value: string; expected: string; found: string }
  'number-format': { value: string; expected: string; found: string }
  'code-missing': { code: string }
  'code-extra': { code: string }
  'code-order': { code: string }
  'address-missing': { value: string }
  'address-extra': { value: string }
  'term-missing': { term: string; allowed: string }
  'term-forbidden': { term: string; found: string; allowed: string }
  'same-as-source': Record<never, never>
  'source-words': { words: string }
  'end-missing': { expected: string }
  'end-extra': { found: string }
  'end-changed': { expected: string; found: string }
  'mark-form': { expected: string; found: string }
  'quotes-unpaired': { found: string }
  'brackets-unpaired': { found: string }
  'word-doubled': { found: string }
  'space-doubled': Record<never, never>
  'space-before-mark': { found: string }
  'space-edges': Record<never, never>
  'character-invisible': { code: string }
  'length-unlikely': { longer: 'source' | 'target' }
  'target-differs': { others: string }
  'target-repeated': { others: string }
}
export type FindingKind = keyof FindingFacts

type FindingOf<Kind extends FindingKind> = Readonly<{
  kind: Kind
  severity: Severity
  /** Where in the words of the source and of the target; an empty span is a place where something is missing. */
  source: readonly Span[]
  target: readonly Span[]
  facts: Readonly<FindingFacts[Kind]>
}>

/** One thing a check has to say of a segment: codes and facts, never a sentence. */
export type Finding = { [Kind in FindingKind]: FindingOf<Kind> }[FindingKind]

/**
 * A name for a finding that lasts while the words it is about stay as they are: what a person has ignored with a
 * reason is found again by it. It says nothing of the segment; the caller keeps it with the row.
 */
export function findingId(finding: Finding, source: string, target: string): string {
  const words = [
    ...finding.source.map((span) => source.slice(span.start, span.end)),
    '\u0001',
    ...finding.target.map((span) => target.slice(span.start, span.end)),
  ]
  return `${finding.kind}:${hashText(words.join('\u0000'))}`
}

/** FNV-1a over UTF-16 units, 64 bits as two lanes of 32: a name, not a proof. */
function hashText(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9dc5811c]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193) >>> 0
    high = Math.imul(high ^ (unit + at), 0x01000193) >>> 0
  }
  return low.toString(16).padStart(8, '0') + high.toString(16).padStart(8, '0')
}
