import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitCharacters } from './characters.ts'
import { diffText } from './text-edits.ts'

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'ế',
    'e\u0302',
    '\u0301',
    '👩',
    '\u200d',
    '🌾',
    '🌽',
    '\u1112',
    '\u1161',
    '\n',
  ),
  maxLength: 12,
})

function applied(before: string, after: string, caret?: number): string {
  let done = 0
  let result = ''
  for (const { at, remove, insert } of diffText(before, after, caret)) {
    result += before.slice(done, at) + insert
    done = at + remove
  }
  return result + before.slice(done)
}

test('edits turn the text before into the text after, wherever the caret is said to be', () => {
  fc.assert(
    fc.property(text, text, fc.nat(14), (before, after, caret) => {
      expect(applied(before, after, caret)).toBe(after)
    }),
  )
})

test('no edit begins or ends inside a character', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const stops = new Set([0])
      for (const character of splitCharacters(before)) stops.add(Math.max(...stops) + character.length)
      for (const { at, remove } of diffText(before, after)) {
        expect([stops.has(at), stops.has(at + remove)]).toEqual([true, true])
      }
    }),
  )
})

test('of equal letters the one before the caret is new', () => {
  expect(diffText('aa', 'aaa', 1)).toEqual([{ at: 0, remove: 0, insert: 'a' }])
  expect(diffText('aa', 'aaa', 3)).toEqual([{ at: 2, remove: 0, insert: 'a' }])
})
