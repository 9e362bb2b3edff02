import { expect, test } from 'vitest'
import { mergeRun } from '#tests/soak/merge.ts'

/** `npm run soak` sets the number of seeds; each names one story that can be told again. */
const seeds = Number(process.env['TRAMTIN_SEEDS'] ?? 100)

test('after two people edited offline nothing typed is lost, doubled or out of place, and all agree (SYNC1)', {
  timeout: 5_000 + seeds * 2_000,
}, () => {
  const wrong = Array.from({ length: seeds }, (_, index) => mergeRun(index + 1)).filter(
    ({ lost, misplaced, doubled, disagreements }) =>
      lost.length + misplaced.length + doubled.length + disagreements.length > 0,
  )
  expect(wrong).toEqual([])
})
