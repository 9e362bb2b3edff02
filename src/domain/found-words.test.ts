import { expect, test } from 'vitest'
import { foundWords, passageAround } from './found-words.ts'

const marked = (text: string, query: string) =>
  foundWords(text, query).map(({ start, end }) => text.slice(start, end))

test('words are found whatever their case, marks, đ, composition and tone placement (LANG1)', () => {
  expect(marked('Đường vào xã HOÀ BÌNH', 'duong hòa')).toEqual(['Đường', 'HOÀ'])
  expect(marked('Đường vào'.normalize('NFD'), 'đường')).toEqual(['Đường'.normalize('NFD')])
  expect(marked('Thái Ngu\u00adyên', 'nguyên')).toEqual(['Ngu\u00adyên'])
})

test('only the last phrase is found by its beginning, and words stay whole', () => {
  expect(marked('chè, chèo, che', 'che')).toEqual(['chè', 'chè', 'che'])
  expect(marked('chèo thuyền, chè', 'che thu')).toEqual(['thu', 'chè'])
  expect(marked('thuyền'.normalize('NFD'), 'thuye')).toEqual(['thuyề'.normalize('NFD')])
  expect(marked('mật độ', 'ật')).toEqual([])
})

test('what stands in quotes is found as it stands', () => {
  expect(marked('Cương Tân, Tân Cương', '"tân cương"')).toEqual(['Tân Cương'])
  expect(marked('chạy 60 km/h qua cầu', 'km/h')).toEqual(['km/h'])
})

test('Chinese and Korean are found by a part of a word', () => {
  expect(marked('越南太原省茶文化节', '太原')).toEqual(['太原'])
  expect(marked('타이응우옌성 차 축제가', '축제')).toEqual(['축제'])
})

test('a passage is taken where most of the words are, with what stands before them', () => {
  const texts = [
    'Hội trà mở màn.',
    `${'Mở đầu dài dòng. '.repeat(20)}Nước suối và\nđường vào xã ${'rất tốt. '.repeat(40)}`,
  ]
  const passage = passageAround(texts, 'nuoc duong', 80) ?? ''
  expect(passage).toMatch(/^… \S.*Nước suối và đường vào xã.* …$/)
  expect(passage.length).toBeLessThan(120)
  expect(marked(passage, 'nuoc duong')).toEqual(['Nước', 'đường'])
})

test('a passage with the whole word comes before one that only begins so', () => {
  expect(passageAround(['Khai giảng lớp học.', 'Mở quốc lộ 3.'], 'lo')).toBe('Mở quốc lộ 3.')
})

test('a short text is a passage whole, and without a match there is none', () => {
  expect(passageAround(['Ảnh: Thu Hà'], 'thu ha')).toBe('Ảnh: Thu Hà')
  expect(passageAround(['Ảnh: Thu Hà'], 'nam')).toBeNull()
  expect(passageAround(['Ảnh: Thu Hà'], '“ ”')).toBeNull()
})

test('a cut in a script without spaces falls between whole characters', () => {
  const passage = passageAround([`${'𠮷'.repeat(60)}太原${'𠮷'.repeat(200)}`], '太原', 101) ?? ''
  expect(passage.isWellFormed()).toBe(true)
  expect(passage).toContain('太原')
})
