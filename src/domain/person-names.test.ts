import { expect, test } from 'vitest'
import { comparePersonNames } from './person-names.ts'

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
