import { expect, test } from 'vitest'
import { mergeRun, type Outcome } from '#tests/soak/merge.ts'

/** `npm run soak` sets the number of seeds; each names one story that can be told again. */
const seeds = Number(process.env['TRAMTIN_SEEDS'] ?? 100)

test('after two people edited offline nothing typed is lost, doubled or out of place, and all agree (SYNC1)', {
  timeout: 5_000 + seeds * 2_000,
}, () => {
  const outcomes = Array.from({ length: seeds }, (_, index) => mergeRun(index + 1))
  process.stdout.write(`${summary(outcomes)}\n`)
  const wrong = outcomes.filter(
    ({ lost, misplaced, doubled, disagreements }) =>
      lost.length + misplaced.length + doubled.length + disagreements.length > 0,
  )
  expect(wrong).toEqual([])
})

/** What the test lets pass is counted and said. */
function summary(outcomes: readonly Outcome[]): string {
  const typed = outcomes.reduce((sum, outcome) => sum + outcome.typed, 0)
  const forgiven = outcomes.flatMap((outcome) => outcome.forgiven.map(({ edit }) => edit))
  const refusals = outcomes.flatMap((outcome) => outcome.refusals)
  return (
    `${outcomes.length} seeds, ${typed} letters typed; twice because both wrote them anew: ` +
    `${counts(forgiven)}; updates that Lexical took back: ${counts(refusals)}`
  )
}

function counts(names: readonly string[]): string {
  const groups = [...Map.groupBy(names, (name) => name)]
  return groups.length > 0 ? groups.map(([name, all]) => `${name} ${all.length}`).join(', ') : 'none'
}
