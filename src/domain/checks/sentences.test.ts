import { expect, test } from 'vitest'
import { checkSegment } from './check-segment.ts'
import { sentenceCases } from './sentences.test-kit.ts'

const languages = ['vi', 'en', 'zh', 'ko'] as const

const pairs = sentenceCases.flatMap(({ right, wrong, kind }) =>
  languages.flatMap((from, source) =>
    languages.flatMap((to, target) =>
      source === target
        ? []
        : [
            {
              from,
              to,
              source: right[source] ?? '',
              right: right[target] ?? '',
              wrong: wrong[target] ?? '',
              kind,
            },
          ],
    ),
  ),
)

function check(from: string, to: string, source: string, target: string) {
  return checkSegment({
    source: [source],
    target: [target],
    sourceLanguage: from,
    targetLanguage: to,
    terms: [],
  })
}

test('there are at least 150 pairs, right and wrong', () => {
  expect(pairs.length).toBeGreaterThan(150)
})

test.each(pairs)(
  '$from → $to: nothing is said of a right translation: $source',
  ({ from, to, source, right }) => {
    expect(check(from, to, source, right)).toEqual([])
  },
)

test.each(pairs)(
  '$from → $to: a planted fault ($kind) is told: $wrong',
  ({ from, to, source, wrong, kind }) => {
    expect(check(from, to, source, wrong).map((finding) => finding.kind)).toContain(kind)
  },
)
