import { expect, test } from 'vitest'
import { phraseMarks } from './phrase-marks.ts'

function found(text: string, query: string): readonly string[] {
  return phraseMarks(text, query).map(({ start, end }) => text.slice(start, end))
}

test('a phrase is found whatever its case and marks, its last word only begun (LANG1)', () => {
  expect(found('Uỷ ban nhân dân tỉnh; UBND, ủy ban.', 'ủy ban')).toEqual(['Uỷ ban', 'ủy ban'])
  expect(found('Đồng chí Nguyễn Văn Nam', 'dong chi ngu')).toEqual(['Đồng chí Nguyễn'])
  expect(found('tại  Thái\nNguyên'.normalize('NFD'), 'thái nguyên')).toEqual([
    'Thái\nNguyên'.normalize('NFD'),
  ])
})

test('words inside others are not found, Chinese and Korean letters are', () => {
  expect(found('the teapot, a tea', 'tea pot')).toEqual([])
  expect(found('省人民委员会主席', '人民委员会')).toEqual(['人民委员会'])
  expect(found('인민위원회는 오늘', '위원회')).toEqual(['위원회'])
})

test('what stands in quotes is a phrase of its own, and whole', () => {
  expect(found('Lễ hội trà và gian hàng trà', '"gian hàng" "lễ hội"')).toEqual(['Lễ hội', 'gian hàng'])
  expect(found('Lễ hội trà', '"lễ hộ"')).toEqual([])
})

test('a query without a letter finds nothing', () => {
  expect(found('…', '?!')).toEqual([])
})
