import { expect, test } from 'vitest'
import { chooseOne, extendTo, toggleRow } from './row-choice.ts'

const idOf = (index: number) => (index < 5 ? `a${index}` : undefined)

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
