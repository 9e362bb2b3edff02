import type { NumberLanguage } from './mention.ts'
import type { NumeralPart } from './numeral.ts'
import { fromDecimal, type Rational } from './rational.ts'

/** Digits with separators between them: 1.250.000, 3,5, 12; no-break and thin spaces group as well. */
export const digitsPattern = '\\d+(?:[.,\\u00a0\\u202f]\\d+)*'

const pointIsDecimal = /^(\d+|[1-9]\d{0,2}(?:[,\u00a0\u202f]\d{3})+)(?:\.(\d+))?$/
const commaIsDecimal = /^(\d+|[1-9]\d{0,2}(?:[.\u00a0\u202f]\d{3})+)(?:,(\d+))?$/
const groupMarks = /\D/g

export type DigitsRead = Readonly<{
  /** By the language's own separators. */
  own: Rational | undefined
  /** By the other separators, where that gives something else. */
  foreign: Rational | undefined
}>

/** Values of a digits token: Vietnamese groups by point and has a decimal comma, en, zh and ko the reverse. */
export function readDigits(token: string, language: NumberLanguage): DigitsRead {
  const commaFirst = language === 'vi'
  const own = readBy(token, commaFirst ? commaIsDecimal : pointIsDecimal)
  const plain = !/\D/.test(token)
  const foreign = plain ? undefined : readBy(token, commaFirst ? pointIsDecimal : commaIsDecimal)
  return { own, foreign }
}

function readBy(token: string, shape: RegExp): Rational | undefined {
  const found = shape.exec(token)
  return found ? fromDecimal((found[1] ?? '').replace(groupMarks, ''), found[2]) : undefined
}

/** The parts that a digits token gives: one, or several where its separators only list (1,2,3). */
export function digitParts(token: string, start: number, language: NumberLanguage): readonly NumeralPart[] {
  const { own, foreign } = readDigits(token, language)
  const value = own ?? foreign
  const place = { start, end: start + token.length, digits: true } as const
  if (value) {
    const other = foreign ? { foreign } : {}
    return [
      { kind: 'value', value, scale: 1n, ...other, ...(own ? {} : { misread: true as const }), ...place },
    ]
  }
  return [...token.matchAll(/\d+/g)].map(([digits], at, all) => ({
    kind: 'value',
    value: fromDecimal(digits),
    scale: 1n,
    digits: true,
    start: start + (all[at]?.index ?? 0),
    end: start + (all[at]?.index ?? 0) + digits.length,
  }))
}
