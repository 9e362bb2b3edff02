import { expect, test } from 'vitest'
import { chooseOne, extendTo, rowAfterKey, toggleRow } from './row-choice.ts'

const idOf = (index: number) => (index < 5 ? `a${index}` : undefined)

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

test('Shift takes every row between', () => {
  const choice = extendTo(chooseOne(3), 1, idOf)
  expect([...choice.chosen]).toEqual(['a1', 'a2', 'a3'])
  expect(choice.anchor).toBe(3)
})

test('Ctrl+click keeps the row one stood on and can take it out again', () => {
  const two = toggleRow(chooseOne(0), 2, idOf)
  expect([...two.chosen]).toEqual(['a0', 'a2'])
  expect([...toggleRow(two, 2, idOf).chosen]).toEqual(['a0'])
})

test('rows that are not loaded cannot be taken', () => {
  expect([...extendTo(chooseOne(4), 9, idOf).chosen]).toEqual(['a4'])
})
