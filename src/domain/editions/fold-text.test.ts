import { expect, test } from 'vitest'
import { foldText } from './fold-text.ts'

test('a text that fits is shown whole', () => {
  expect(foldText('Chè Tân Cương', 13)).toBeNull()
})

test('a longer one is cut between words', () => {
  expect(foldText('Lễ hội trà Tân Cương', 19)).toBe('Lễ hội trà Tân')
  expect(foldText('Lễ hội trà Tân Cương', 14)).toBe('Lễ hội trà Tân')
})

test('a text without spaces is cut, but no character is', () => {
  expect(foldText('茶文化节今天开幕', 4)).toBe('茶文化节')
  expect(foldText('a👩‍🌾b', 4)).toBe('a')
  expect(foldText('Tie\u0302\u0301ng', 4)).toBe('Ti')
})
