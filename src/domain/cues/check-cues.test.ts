import { expect, test } from 'vitest'
import { checkCues, measureCue } from './check-cues.ts'
import { rulesFor } from './subtitle-rules.ts'

const film = { numerator: 25, denominator: 1 }

function found(language: string, ...cues: readonly (readonly [number, number, string])[]) {
  const checked = cues.map(([start, end, words], at) => ({ id: String(at), start, end, words }))
  const findings = checkCues(checked, rulesFor(language), film)
  return [...findings].map(
    ([id, all]) => `${id}: ${all.map((each) => `${each.kind} ${each.found}/${each.limit}`).join(', ')}`,
  )
}

test('what is shown as the limit is not over it: 17,0 in Vietnamese (TEXT1)', () => {
  expect(found('vi', [0, 2000, 'a'.repeat(34)])).toEqual([])
  expect(measureCue({ start: 0, end: 1995, words: 'a'.repeat(34) }, rulesFor('vi')).perSecond).toBe(17)
  expect(found('vi', [0, 1995, 'a'.repeat(34)])).toEqual([])
  expect(found('vi', [0, 1980, 'a'.repeat(34)])).toEqual(['0: speed 17.2/17'])
})

test('a stacked mark is no character of its own, composed or not; spaces and punctuation are', () => {
  const words = 'Ế Ộ Ữ, được!'
  expect(measureCue({ start: 0, end: 1000, words }, rulesFor('vi')).characters).toBe(12)
  expect(measureCue({ start: 0, end: 1000, words: words.normalize('NFD') }, rulesFor('vi')).characters).toBe(
    12,
  )
})

test('Chinese and Korean count half-width as half: digits, Latin letters, spaces', () => {
  expect(measureCue({ start: 0, end: 1000, words: '第12届茶文化节' }, rulesFor('zh-Hans')).longestLine).toBe(
    7,
  )
  expect(measureCue({ start: 0, end: 1000, words: '타이응우옌 KTX' }, rulesFor('ko')).longestLine).toBe(7)
  expect(found('zh', [0, 7000, '一二三四五六七八九十一二三四五六七'])).toEqual(['0: lineLength 17/16'])
})

test('lines, the shortest and the longest time, and a cue that ends before it begins', () => {
  expect(
    found('en', [0, 5000, 'a\nb\nc'], [6000, 6500, 'a'], [8000, 15_001, 'a'], [20_000, 19_000, 'a']),
  ).toEqual(['0: lines 3/2', '1: tooShort 500/833', '2: tooLong 7001/7000', '3: noTime -1000/0'])
})

test('cues meet, or leave two frames between them; the same frames at another rate', () => {
  expect(found('en', [0, 1000, 'a'], [1000, 2000, 'b'], [2080, 3100, 'c'])).toEqual([])
  expect(found('en', [0, 1000, 'a'], [1040, 2000, 'b'], [1900, 3000, 'c'])).toEqual([
    '0: gap 40/80',
    '1: overlap 100/0',
  ])
})

test('a cue that says nothing is told of', () => {
  expect(found('vi', [0, 1000, ' \n '])).toEqual(['0: noWords 0/1'])
})

test('a language without rules of its own has those of English', () => {
  expect(rulesFor('fr')).toBe(rulesFor('en-GB'))
  expect(
    [rulesFor('vi'), rulesFor('zh-Hant'), rulesFor('ko')].map((rules) => [
      rules.charactersPerLine,
      rules.charactersPerSecond,
    ]),
  ).toEqual([
    [42, 17],
    [16, 9],
    [16, 12],
  ])
})
