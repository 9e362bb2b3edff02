import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findVietnameseNumerals } from '../numbers/vietnamese.ts'
import { valueOfWords } from './number-words.test-kit.ts'
import { decimalWords, digitWords, integerWords } from './number-words.ts'

test.each([
  ['0', 'không'],
  ['4', 'bốn'],
  ['10', 'mười'],
  ['14', 'mười bốn'],
  ['15', 'mười lăm'],
  ['21', 'hai mươi mốt'],
  ['24', 'hai mươi tư'],
  ['25', 'hai mươi lăm'],
  ['104', 'một trăm linh tư'],
  ['111', 'một trăm mười một'],
  ['1005', 'một nghìn không trăm linh năm'],
  ['2026', 'hai nghìn không trăm hai mươi sáu'],
  ['12500', 'mười hai nghìn năm trăm'],
  ['1000000', 'một triệu'],
  ['1000005', 'một triệu không trăm linh năm'],
  ['1200000000000', 'một nghìn hai trăm tỷ'],
  ['1000000000000000', 'một triệu tỷ'],
])('%s is said "%s"', (digits, words) => {
  expect(integerWords(digits)).toBe(words)
})

test('every whole number up to 10^15 is said so that it can be counted back', () => {
  const numbers = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 15n }),
    fc.integer({ min: 0, max: 9999 }).map(BigInt),
    fc
      .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 12 }))
      .map(([n, e]) => BigInt(n) * 10n ** BigInt(e)),
  )
  fc.assert(
    fc.property(numbers, (number) => {
      expect(valueOfWords(integerWords(String(number)))).toBe(number)
    }),
    { numRuns: 2000 },
  )
})

test('the checker of translations reads the same words as the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 999_999_999 }), (number) => {
      const found = findVietnameseNumerals(integerWords(String(number)))
      expect(found.map(({ own }) => own)).toEqual([{ top: BigInt(number), bottom: 1n }])
    }),
    { numRuns: 500 },
  )
})

test('no two numbers sound alike', () => {
  const words = Array.from({ length: 20_000 }, (_, number) => integerWords(String(number)))
  expect(new Set(words).size).toBe(words.length)
})

test('decimals are said as a number, with zeros in front or from three on digit by digit', () => {
  expect(decimalWords('5')).toBe('năm')
  expect(decimalWords('84')).toBe('tám mươi tư')
  expect(decimalWords('05')).toBe('không năm')
  expect(decimalWords('141')).toBe('một bốn một')
  expect(digitWords('0208')).toBe('không hai không tám')
})
