import { expect, test } from 'vitest'
import { diffTexts } from './text-diff.ts'

test('a changed number, date or time is shown whole, with its separators', () => {
  expect(diffTexts('đón 12.500 lượt, 24/11', 'đón 14.200 lượt, 24/11')).toEqual([
    { change: 'same', text: 'đón ' },
    { change: 'removed', text: '12.500' },
    { change: 'added', text: '14.200' },
    { change: 'same', text: ' lượt, 24/11' },
  ])
  expect(diffTexts('tăng 3,5%.', 'tăng 3,8%.')).toContainEqual({ change: 'added', text: '3,8' })
})

test('a full stop after a number is not part of it', () => {
  expect(diffTexts('năm 2025', 'năm 2025.')).toEqual([
    { change: 'same', text: 'năm 2025' },
    { change: 'added', text: '.' },
  ])
})
