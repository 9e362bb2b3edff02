import { expect, test } from 'vitest'
import { losesCodes, maySave, retyped, type UnitTexts } from './unit-texts.ts'

const texts: UnitTexts = [
  { language: 'vi', text: ['Bấm ', { code: 'single', number: 1, mark: 'other', value: '<ph/>' }, ' để mở.'] },
  { language: 'en', text: ['Press to open.'] },
]

test('a text whose words stay keeps its codes', () => {
  const changed = retyped(texts, ['Bấm  để mở.', 'Press here.'])
  expect(changed).toEqual([texts[0], { language: 'en', text: ['Press here.'] }])
  expect(losesCodes(texts, changed)).toBe(false)
  expect(maySave(texts, changed)).toBe(true)
})

test('a text with codes that is written anew loses them, and that is told', () => {
  const changed = retyped(texts, ['Bấm vào đây.', 'Press to open.'])
  expect(changed[0]?.text).toEqual(['Bấm vào đây.'])
  expect(losesCodes(texts, changed)).toBe(true)
})

test('nothing changed, or a text without words, is not saved', () => {
  expect(maySave(texts, retyped(texts, ['Bấm  để mở.', 'Press to open. ']))).toBe(false)
  expect(maySave(texts, retyped(texts, ['Bấm  để mở.', ' ']))).toBe(false)
})
