import { expect, test } from 'vitest'
import { createCrashCount } from './crash-count.ts'

test('three ends in a minute are too many, three in an hour are not', () => {
  const count = createCrashCount()
  expect([0, 30_000, 59_000].map((at) => count.isTooOften(at))).toEqual([false, false, true])
  const slow = createCrashCount()
  expect([0, 30_000, 61_000, 122_000].map((at) => slow.isTooOften(at))).toEqual([false, false, false, false])
})

test('what a person took in hand is counted anew', () => {
  const count = createCrashCount()
  for (const at of [0, 1, 2]) count.isTooOften(at)
  count.forget()
  expect(count.isTooOften(3)).toBe(false)
})
