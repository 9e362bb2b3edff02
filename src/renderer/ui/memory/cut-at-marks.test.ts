import { expect, test } from 'vitest'
import type { InlineCode } from '#domain/segments/coded-text.ts'
import { cutAtMarks } from './cut-at-marks.ts'

const bold: InlineCode = { code: 'open', number: 1, mark: 'bold', value: '' }

test('marks are counted in words alone, and one goes on behind a code', () => {
  const parts = cutAtMarks(['Đến ', bold, 'Đại Từ nay'], [{ start: 2, end: 10, mark: 'term' }])
  expect(parts).toEqual([
    { words: 'Đế', marks: [] },
    { words: 'n ', marks: ['term'] },
    bold,
    { words: 'Đại Từ', marks: ['term'] },
    { words: ' nay', marks: [] },
  ])
})

test('where two marks lie over each other both are told', () => {
  const parts = cutAtMarks(
    ['12 xã'],
    [
      { start: 0, end: 5, mark: 'term' },
      { start: 0, end: 2, mark: 'error' },
    ],
  )
  expect(parts).toEqual([
    { words: '12', marks: ['term', 'error'] },
    { words: ' xã', marks: ['term'] },
  ])
})
