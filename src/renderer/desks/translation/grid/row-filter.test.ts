import { expect, test } from 'vitest'
import { makeRow } from '../translation-row.test-kit.ts'
import { nextOpen, passes } from './row-filter.ts'

test('words are found without marks, in the source and in the target (LANG1)', () => {
  const row = makeRow({ source: ['Hòa Bình đón khách.'], target: [] })
  expect(passes(row, 'all', 'hoà binh')).toBe(true)
  expect(passes(makeRow({ target: ['Hoa Binh welcomes visitors.'] }), 'all', 'WELCOMES')).toBe(true)
  expect(passes(row, 'all', 'Thái Nguyên')).toBe(false)
})

test('a stale row and rival translations want a decision, what is confirmed or left out does not', () => {
  const open = (['empty', 'draft', 'stale', 'variants', 'confirmed', 'omitted'] as const).map((state) =>
    passes(makeRow({ state }), 'open', ''),
  )
  expect(open).toEqual([true, true, true, true, false, false])
})

test('the next row to do is behind the one in hand, then from the top again', () => {
  const rows = new Map(
    (['draft', 'confirmed', 'empty'] as const).map((state, at) => [
      `${at}`,
      makeRow({ row: `${at}`, state }),
    ]),
  )
  expect(nextOpen(['0', '1', '2'], rows, '0')).toBe('2')
  expect(nextOpen(['0', '1', '2'], rows, '2')).toBe('0')
  expect(nextOpen(['1'], rows, '1')).toBeUndefined()
})
