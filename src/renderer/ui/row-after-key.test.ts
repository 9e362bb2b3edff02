import { expect, test } from 'vitest'
import { rowAfterKey } from './row-after-key.ts'

test('arrows stop at both ends', () => {
  expect(rowAfterKey('ArrowUp', 0, 5, 3)).toBe(0)
  expect(rowAfterKey('ArrowDown', 4, 5, 3)).toBe(4)
})

test('Home, End and the page keys move by what the view holds', () => {
  expect(rowAfterKey('End', 1, 50_000, 9)).toBe(49_999)
  expect(rowAfterKey('Home', 49_999, 50_000, 9)).toBe(0)
  expect(rowAfterKey('PageDown', 1, 50_000, 9)).toBe(10)
})

test('any other key moves nothing', () => {
  expect(rowAfterKey('a', 1, 5, 3)).toBeUndefined()
})

test('from before all rows a key leads to the first, or a page on', () => {
  expect(rowAfterKey('ArrowDown', -1, 5, 3)).toBe(0)
  expect(rowAfterKey('ArrowUp', -1, 5, 3)).toBe(0)
  expect(rowAfterKey('PageDown', -1, 5, 3)).toBe(3)
})
