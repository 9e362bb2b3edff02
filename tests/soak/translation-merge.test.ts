import { expect, test } from 'vitest'
import { type Outcome, translationMergeRun } from '#tests/soak/translation-merge.ts'

/** `npm run soak` sets the number of seeds; each names one story that can be told again. */
const seeds = Number(process.env['TRAMTIN_SEEDS'] ?? 100)

test('after source and translation were both edited on both sides no target is lost, stale marks are right, and all agree (SYNC1, FLOW1)', {
  timeout: 5_000 + seeds * 2_000,
}, () => {
  const outcomes = Array.from({ length: seeds }, (_, index) => translationMergeRun(index + 1))
  process.stdout.write(`${summary(outcomes)}\n`)
  const wrong = outcomes.filter(
    ({ lost, falselyConfirmed, disagreements, wrongMarks }) =>
      lost.length + falselyConfirmed.length + disagreements.length + wrongMarks.length > 0,
  )
  expect(wrong).toEqual([])
})

function summary(outcomes: readonly Outcome[]): string {
  const typed = outcomes.reduce((sum, outcome) => sum + outcome.typed, 0)
  const edits: Record<string, number> = {}
  for (const outcome of outcomes) {
    for (const [name, count] of Object.entries(outcome.edits)) edits[name] = (edits[name] ?? 0) + count
  }
  const counts = Object.entries(edits).map(([name, count]) => `${name} ${count}`)
  const lookAlikes = outcomes.reduce((sum, outcome) => sum + outcome.lookAlikes, 0)
  return `${outcomes.length} seeds, ${typed} words typed; offers to look-alikes changed: ${lookAlikes}; ${counts.join(', ')}`
}
