import { expect, test } from 'vitest'
import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import { takenMatch } from './taken-match.ts'

function makeCode(code: InlineCode['code'], number: number, mark: InlineCode['mark']): InlineCode {
  return { code, number, mark, value: '' }
}

const source: CodedText = ['Ở ', makeCode('open', 1, 'italic'), 'Đại Từ', makeCode('close', 1, 'italic')]

test('the codes of a match take the numbers of the codes that do the same in the source', () => {
  const stored = ['In ', makeCode('open', 2, 'italic'), 'Dai Tu', makeCode('close', 2, 'italic')]
  expect(takenMatch(source, stored, false)).toEqual([
    'In ',
    makeCode('open', 1, 'italic'),
    'Dai Tu',
    makeCode('close', 1, 'italic'),
  ])
})

test('codes that the source has not are left behind and the words stay', () => {
  const stored = [makeCode('open', 1, 'bold'), 'In ', makeCode('close', 1, 'bold'), 'Dai Tu']
  expect(takenMatch(source, stored, false)).toEqual(['In Dai Tu'])
})

test('a line break becomes a space where the row has none', () => {
  expect(takenMatch(['Một.'], ['One.\nTwo.'], false)).toEqual(['One. Two.'])
  expect(takenMatch(['Một.\nHai.'], ['One.\nTwo.'], true)).toEqual(['One.\nTwo.'])
})
