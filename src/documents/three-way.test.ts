import { expect, test } from 'vitest'
import type { Run } from '#domain/blocks.ts'
import { mergeRuns3 } from './three-way.ts'

function plain(text: string): readonly Run[] {
  return [{ text, marks: {} }]
}

test('both sides keep what they typed, each beside its neighbours', () => {
  expect(mergeRuns3(plain('một hai'), plain('một! hai'), plain('X một hai Y'))).toEqual(plain('X một! hai Y'))
})

test('letters that either side took away stay away', () => {
  expect(mergeRuns3(plain('abcdef'), plain('abef'), plain('bcdef'))).toEqual(plain('bef'))
})

test('marks that mine set reach the letters that are still there', () => {
  const mine: readonly Run[] = [
    { text: 'ab', marks: { bold: true } },
    { text: 'cd', marks: {} },
  ]
  expect(mergeRuns3(plain('abcd'), mine, plain('Xacd'))).toEqual([
    { text: 'X', marks: {} },
    { text: 'a', marks: { bold: true } },
    { text: 'cd', marks: {} },
  ])
})
