import { expect, test } from 'vitest'
import type { Run } from '#domain/blocks.ts'
import { canonicalRuns } from './runs.ts'

const underline = { underline: true } as const

test('a line break carries the marks that the texts on both sides of it share', () => {
  const bold = { bold: true, underline: true } as const
  const runs: readonly Run[] = [
    { text: 'một\n', marks: bold },
    { text: '\nhai', marks: underline },
  ]
  expect(canonicalRuns(runs)).toEqual([
    { text: 'một', marks: bold },
    { text: '\n\nhai', marks: underline },
  ])
})

test('a plain text behind a line break stays plain between two underlined ones', () => {
  const runs: readonly Run[] = [
    { text: 'một\n', marks: underline },
    { text: 'hai', marks: {} },
    { text: 'ba', marks: underline },
  ]
  expect(canonicalRuns(runs)).toEqual([
    { text: 'một', marks: underline },
    { text: '\nhai', marks: {} },
    { text: 'ba', marks: underline },
  ])
})

test('writing runs in the one way twice changes nothing more', () => {
  const runs: readonly Run[] = [
    { text: '\na', marks: underline },
    { text: '\n', marks: {} },
    { text: 'b\n', marks: {} },
  ]
  expect(canonicalRuns(canonicalRuns(runs))).toEqual(canonicalRuns(runs))
})
