import { expect, test } from 'vitest'
import { findHabit, isDividerSign } from './habit-patterns.ts'

test('signs at the start of a paragraph name its kind', () => {
  expect(findHabit('# ', 'paragraph')).toEqual({ kind: 'block', prefix: 2, becomes: 'heading' })
  expect(findHabit('> ', 'paragraph')).toMatchObject({ becomes: 'quote' })
  expect(findHabit('- ', 'paragraph')).toMatchObject({ becomes: 'bullet' })
  expect(findHabit('1. ', 'paragraph')).toMatchObject({ becomes: 'number' })
})

test('a date, a count and a hashtag are ordinary text', () => {
  for (const text of ['24. ', '2. ', '#thainguyen ', 'Ngày - ', '-', '#'])
    expect(findHabit(text, 'paragraph')).toBeUndefined()
})

test('in a title, a quote or a caption the signs stay as they are', () => {
  for (const kind of ['title', 'quote', 'figure', 'bullet'] as const)
    expect(findHabit('- ', kind)).toBeUndefined()
})

test('two stars on each side make bold, with stacked marks inside', () => {
  expect(findHabit('Bí thư **Nguyễn Thị Ế**', 'paragraph')).toEqual({
    kind: 'mark',
    mark: 'bold',
    start: 7,
    end: 23,
    sign: 2,
  })
})

test('stars that enclose nothing, or spaces, do nothing', () => {
  expect(findHabit('****', 'paragraph')).toBeUndefined()
  expect(findHabit('5 ** 3**', 'paragraph')).toBeUndefined()
  expect(findHabit('** bold **', 'paragraph')).toBeUndefined()
})

test('an underscore inside a word is no emphasis', () => {
  expect(findHabit('ten_tep_', 'paragraph')).toBeUndefined()
  expect(findHabit('đọc _Truyện Kiều_', 'paragraph')).toMatchObject({ mark: 'italic', start: 4 })
})

test('three dashes alone in a paragraph are the sign of a line', () => {
  expect(isDividerSign('---', '---', 'paragraph')).toBe(true)
  expect(isDividerSign('---', '--- a', 'paragraph')).toBe(false)
  expect(isDividerSign('----', '----', 'paragraph')).toBe(false)
  expect(isDividerSign('---', '---', 'quote')).toBe(false)
})
