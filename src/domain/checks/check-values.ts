import { compareMentions, family, type MentionDifference } from '#domain/numbers/compare-mentions.ts'
import type { Mention, NumberLanguage } from '#domain/numbers/mention.ts'
import { lenientReadings } from '#domain/numbers/same-reading.ts'
import { writeReading } from '#domain/numbers/write-reading.ts'
import type { CheckedSegment } from './checked-segment.ts'
import type { Finding } from './finding.ts'

/** Numbers, dates, times, document and telephone numbers, each by its language's own way of writing. */
export function checkValues({ source, target }: CheckedSegment): readonly Finding[] {
  return compareMentions(source.mentions, target.mentions).map((found) => toFinding(found, target.language))
}

function toFinding(found: MentionDifference, language: NumberLanguage): Finding {
  switch (found.kind) {
    case 'missing': {
      const what = family(found.source)
      const facts = { what, value: found.source.text, expected: expected(found.source, language) }
      const severity = what === 'weekday' ? 'notice' : 'error'
      return { kind: 'value-missing', severity, source: [found.source.span], target: [], facts }
    }
    case 'extra': {
      const what = family(found.target)
      const severity = what === 'weekday' ? 'notice' : 'warning'
      const facts = { what, value: found.target.text }
      return { kind: 'value-extra', severity, source: [], target: [found.target.span], facts }
    }
    case 'changed':
      return {
        kind: 'value-changed',
        ...pair(found),
        facts: { what: family(found.source), ...facts(found, language) },
      }
    case 'unit':
      return { kind: 'unit-changed', ...pair(found), facts: facts(found, language) }
    case 'format':
      return { kind: 'number-format', ...pair(found), facts: facts(found, language) }
  }
}

type Paired = Extract<MentionDifference, { kind: 'changed' | 'unit' | 'format' }>

function pair({ source, target }: Paired) {
  return { severity: 'error', source: [source.span], target: [target.span] } as const
}

function facts({ source, target }: Paired, language: NumberLanguage) {
  return { value: source.text, expected: expected(source, language), found: target.text }
}

/** The form to write in the target; codes and what has no other form stay as they are. */
function expected(mention: Mention, language: NumberLanguage): string {
  const [reading] = lenientReadings(mention)
  const kept = !reading || reading.kind === 'code' || reading.kind === 'phone' || reading.kind === 'lunar'
  return kept ? mention.text : writeReading(reading, language)
}
