import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareMentions } from './compare-mentions.ts'
import { findMentions } from './find-mentions.ts'
import type { NumberLanguage, Reading } from './mention.ts'
import { rational } from './rational.ts'
import { compareReadings } from './same-reading.ts'
import { writeReading } from './write-reading.ts'

const languages = ['vi', 'en', 'zh', 'ko'] as const
const language = fc.constantFrom(...languages)
const sentences: Readonly<Record<NumberLanguage, readonly [string, string]>> = {
  vi: ['Theo báo cáo, ', ' là kết quả của tỉnh.'],
  en: ['According to the report, ', ' is the result of the province.'],
  zh: ['报告显示，', '是全省的成果。'],
  ko: ['보고서에 따르면 ', ' 성과가 있었다.'],
  other: ['', ''],
}

const amount: fc.Arbitrary<Reading> = fc
  .record({
    top: fc.bigInt({ min: 2n, max: 10n ** 15n }),
    decimals: fc.integer({ min: 0, max: 2 }),
    unit: fc.constantFrom(undefined, '%', 'VND', 'USD', 'ha', 'km'),
  })
  .map(({ top, decimals, unit }) => ({
    kind: 'number',
    value: rational(top, 10n ** BigInt(decimals)),
    ...(unit === undefined ? {} : { unit }),
  }))
const moment: fc.Arbitrary<Reading> = fc.oneof(
  fc
    .record({
      year: fc.option(fc.integer({ min: 1900, max: 2099 }), { nil: undefined }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(
      ({ year, ...rest }) => ({ kind: 'date', ...rest, ...(year === undefined ? {} : { year }) }) as const,
    ),
  fc
    .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
    .map((time) => ({ kind: 'time', ...time }) as const),
  fc.integer({ min: 1, max: 7 }).map((weekday) => ({ kind: 'weekday', weekday }) as const),
  fc.integer({ min: 1, max: 4 }).map((quarter) => ({ kind: 'quarter', quarter, year: 2026 }) as const),
)

function sentence(reading: Reading, of: NumberLanguage): string {
  const [before, behind] = sentences[of]
  return before + writeReading(reading, of) + behind
}

test('what is written in one language is read back the same in another', () => {
  fc.assert(
    fc.property(fc.oneof(amount, moment), language, language, (reading, from, to) => {
      const found = compareMentions(
        findMentions(sentence(reading, from), from),
        findMentions(sentence(reading, to), to),
      )
      expect(found, `${sentence(reading, from)} | ${sentence(reading, to)}`).toEqual([])
    }),
    { numRuns: 2_000 },
  )
})

test('another amount in the translation is always told; a unit may be left unsaid', () => {
  fc.assert(
    fc.property(amount, amount, language, language, (one, other, from, to) => {
      fc.pre(compareReadings(one, other) !== 'same' && compareReadings(one, other) !== 'compatible')
      const found = compareMentions(
        findMentions(sentence(one, from), from),
        findMentions(sentence(other, to), to),
      )
      expect(found.length, `${sentence(one, from)} | ${sentence(other, to)}`).toBeGreaterThan(0)
    }),
    { numRuns: 2_000 },
  )
})
