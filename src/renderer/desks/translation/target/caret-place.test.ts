import { expect, test } from 'vitest'
import { moveCaret } from './caret-place.ts'

test('what others put in before the caret moves it along', () => {
  expect(moveCaret(5, ['hello'], ['Oh, hello'])).toBe(9)
})

test('what changes behind the caret leaves it', () => {
  expect(moveCaret(2, ['hello'], ['hello there'])).toBe(2)
})

test('a caret in what was taken out stands where it was', () => {
  expect(moveCaret(8, ['one two three'], ['one three'])).toBe(4)
})
