import { expect, test } from 'vitest'
import { initialsOf } from './initials-of.ts'

test('people whose given names begin alike are told apart by their family names', () => {
  expect(['Trần Thị Hạnh', 'Lê Thu Hà', ' đỗ văn Ân '].map(initialsOf)).toEqual(['TH', 'LH', 'ĐÂ'])
})

test('one word is one letter, and Chinese and Korean names are read by their last two', () => {
  expect(['Minh', '王小明', '김민수', ''].map(initialsOf)).toEqual(['M', '小明', '민수', '?'])
})
