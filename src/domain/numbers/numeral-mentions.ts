import type { NumberLanguage, Reading } from './mention.ts'
import type { Numeral } from './numeral.ts'
import { divide, isLess, multiply, type Rational, rational } from './rational.ts'
import { addMention, type Scan } from './scan.ts'
import { findUnit, type UnitFound } from './units.ts'

type Measured = Readonly<{ numeral: Numeral; unit: UnitFound | undefined }>

const ten = rational(10n)
const one = rational(1n)
const rangeGap = /^\s?(?:[-–—~～]|đến|tới|to|and|và|至|到|에서|부터)\s?$/iu

/** Numerals with their units as mentions; the first of "5–7 triệu đồng" may count in the second's unit too. */
export function addNumerals(scan: Scan, numerals: readonly Numeral[], language: NumberLanguage): void {
  const inOrder = [...numerals].sort((a, b) => a.start - b.start)
  const measured = joinFractions(scan.rest, inOrder, language).map((numeral) => ({
    numeral,
    unit: findUnit(scan.rest, numeral.start, numeral.end, language),
  }))
  for (const [at, item] of measured.entries()) {
    const [first, ...more] = ownReadings(scan.rest, item, measured[at + 1], language)
    const foreign = readingsOf(item.numeral.foreign, item.unit?.unit)
    const fallback = foreign[0]
    if (!first && !fallback) continue
    const start = item.unit?.start ?? item.numeral.start
    const end = item.unit?.end ?? item.numeral.end
    const readings = first ? ([first, ...more] as const) : undefined
    const weak = isWeak(item, language) || isPartOfWord(scan.original, item)
    if (readings) addMention(scan, start, end, { readings, foreign, weak })
    else if (fallback) addMention(scan, start, end, { readings: [unread], foreign, weak })
  }
}

/** Stands for a number that the language's own separators cannot read; it equals nothing. */
const unread: Reading = { kind: 'number', value: rational(-1n) }

function ownReadings(
  text: string,
  { numeral, unit }: Measured,
  next: Measured | undefined,
  language: NumberLanguage,
): readonly Reading[] {
  const readings = [...readingsOf(numeral.own, unit?.unit)]
  if (language === 'other') readings.push(...readingsOf(numeral.foreign, unit?.unit))
  if (!numeral.own || !next || !rangeGap.test(text.slice(unit?.end ?? numeral.end, next.numeral.start)))
    return readings
  readings.push(...readingsOf(multiply(numeral.own, next.numeral.multiplier), unit?.unit ?? next.unit?.unit))
  readings.push(...readingsOf(numeral.own, unit?.unit ?? next.unit?.unit))
  return readings
}

function readingsOf(value: Rational | undefined, unit: string | undefined): readonly Reading[] {
  return value ? [{ kind: 'number', value, ...(unit === undefined ? {} : { unit }) }] : []
}

/** Words for small numbers, and the digit 1, are said in one language and left out in the other. */
function isWeak({ numeral, unit }: Measured, language: NumberLanguage): boolean {
  if (unit && numeral.digits) return false
  const { own } = numeral
  if (numeral.digits) return own !== undefined && !isLess(one, own) && own.bottom === 1n && own.top === 1n
  if (own === undefined || !isLess(ten, own)) return true
  return language === 'ko'
    ? numeral.parts < 2 || numeral.end - numeral.start < 3
    : numeral.parts < 2 && language !== 'en'
}

/** Digits behind a Latin letter belong to a word (i18n, Sheet2), unless a currency or a unit leads them. */
function isPartOfWord(text: string, { numeral, unit }: Measured): boolean {
  const head = text.slice(Math.max(0, numeral.start - 4), numeral.start)
  return unit === undefined && /[A-Za-z\u00c0-\u1eff]$/.test(head) && !/(?:\bkm|\bno|đ)$/i.test(head)
}

const fractionGaps: Readonly<Partial<Record<NumberLanguage, RegExp>>> = {
  vi: /^ phần $/u,
  zh: /^分之$/u,
  ko: /^분의\s?$/u,
}

/** "hai phần ba", 三分之二, 3분의 2: two numerals that are one fraction. */
function joinFractions(
  text: string,
  numerals: readonly Numeral[],
  language: NumberLanguage,
): readonly Numeral[] {
  const gap = fractionGaps[language]
  if (!gap) return numerals
  const joined: Numeral[] = []
  for (const numeral of numerals) {
    const last = joined.at(-1)
    if (last && gap.test(text.slice(last.end, numeral.start))) {
      joined[joined.length - 1] = fraction(last, numeral, language)
    } else joined.push(numeral)
  }
  return joined
}

function fraction(first: Numeral, second: Numeral, language: NumberLanguage): Numeral {
  const [top, bottom] = language === 'vi' ? [first.own, second.own] : [second.own, first.own]
  const own = top && bottom && bottom.top !== 0n ? divide(top, bottom) : undefined
  return { ...first, end: second.end, own, foreign: undefined, digits: first.digits || second.digits }
}
