import { expect, test } from 'vitest'
import { keepCapital, matchesIn, spellings } from './text-matches.ts'

const loose = { matchCase: false, matchMarks: false }
const strict = { matchCase: true, matchMarks: true }
const found = (text: string, phrase: string, options = loose) =>
  matchesIn(text, phrase, options).map(({ start, end }) => text.slice(start, end))

test('without diacritics every tone and đ is found (LANG1)', () => {
  expect(found('Đường Hoà Bình và đường hòa bình', 'duong hoa binh')).toEqual([
    'Đường Hoà Bình',
    'đường hòa bình',
  ])
})

test('with marks and case only the same letters are found', () => {
  expect(found('Hòa bình, Hoà Bình, hòa bình', 'hòa bình', strict)).toEqual(['hòa bình'])
  expect(found('Ma má mà', 'má', { matchCase: false, matchMarks: true })).toEqual(['má'])
  expect(found('Đ d', 'd', { matchCase: true, matchMarks: false })).toEqual(['d'])
})

test('decomposed text is found by composed and keeps its own offsets', () => {
  const text = 'x Nguyễn y'.normalize('NFD')
  expect(found(text, 'nguyen')).toEqual(['Nguyễn'.normalize('NFD')])
})

test('matches do not overlap, and an empty phrase finds nothing', () => {
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
  expect(found('aaaa', '')).toEqual([])
  expect(found('aaaa', '  ')).toEqual([])
})

test('Chinese and Korean are found as they stand, also inside a word', () => {
  expect(found('越南太原省新闻', '太原')).toEqual(['太原'])
  expect(found('타이응우옌성 소식', '응우옌')).toEqual(['응우옌'])
})

test('a space finds a line break and a hard space', () => {
  expect(found('24\u00a0tháng\n11', 'tháng 11')).toEqual(['tháng\n11'])
})

test('a phrase typed with marks finds these marks only', () => {
  expect(found('cầu câu cau cẩu Cầu', 'cầu')).toEqual(['cầu', 'Cầu'])
  expect(found('cầu câu cau cẩu Cầu', 'cau')).toHaveLength(5)
  expect(found('đường dương duong', 'đuong')).toEqual([])
})

test('what replaces a capital begins with one', () => {
  expect(keepCapital('Cầu', 'cầu', 'đập')).toBe('Đập')
  expect(keepCapital('cầu', 'cầu', 'đập')).toBe('đập')
  expect(keepCapital('Cầu', 'Cầu', 'đập')).toBe('đập')
})

test('the spellings that a loose phrase found are told apart', () => {
  expect(spellings(['cầu', 'câu', 'Cầu', 'cau'])).toEqual([
    { text: 'cầu', count: 2 },
    { text: 'câu', count: 1 },
    { text: 'cau', count: 1 },
  ])
})

test('both placements of a tone are found by either, marks asked for or not (LANG1)', () => {
  const options = { matchCase: false, matchMarks: true }
  expect(matchesIn('Hoà bình và hòa thuận', 'hòa', options)).toEqual([
    { start: 0, end: 3 },
    { start: 12, end: 15 },
  ])
  expect(matchesIn('hòa', 'hoà', options)).toHaveLength(1)
})
