import { expect, test } from 'vitest'
import { makeRow } from '../translation-row.test-kit.ts'
import { nextRow, passes } from './row-filter.ts'

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
  const isWanted = (row: string) => row !== '1'
  expect(nextRow(['0', '1', '2'], '0', isWanted)).toBe('2')
  expect(nextRow(['0', '1', '2'], '2', isWanted)).toBe('0')
  expect(nextRow(['1'], '1', () => true)).toBeUndefined()
})
