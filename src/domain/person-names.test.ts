import { expect, test } from 'vitest'
import { comparePersonNames, isSameName } from './person-names.ts'

test('people stand in a list by their given name, then by the rest', () => {
  const names = ['Trần Thị Hạnh', 'Nguyễn Văn Nam', 'Lê Thu Hà', 'Đỗ Minh Anh', 'Bùi Văn Nam', 'Kim']
  expect([...names].sort(comparePersonNames)).toEqual([
    'Đỗ Minh Anh',
    'Lê Thu Hà',
    'Trần Thị Hạnh',
    'Kim',
    'Bùi Văn Nam',
    'Nguyễn Văn Nam',
  ])
})

test('LANG1: a name is the same however it is typed; another tone is another name', () => {
  expect(isSameName('Nguyễn Thị Hòa', ' nguyễn  thị hoà'.normalize('NFD'))).toBe(true)
  expect(isSameName('Lê Thu Hà', 'Lê Thu Ha')).toBe(false)
  expect(isSameName('Lê Thu Hà', 'Lê Thị Thu Hà')).toBe(false)
})
