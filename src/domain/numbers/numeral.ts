import { type Amount, extendAmount, type NumberPart, sumAmount } from './amount.ts'
import { divide, type Rational } from './rational.ts'

/** A part of a number where it stands. */
export type NumeralPart = NumberPart & Readonly<{ start: number; end: number; digits: boolean }>

/** A written number: digits, words or both. */
export type Numeral = Readonly<{
  start: number
  end: number
  own: Rational | undefined
  foreign: Rational | undefined
  /** What the first digits are multiplied by: a million in "5–7 triệu". */
  multiplier: Rational
  digits: boolean
  parts: number
}>

export type NumeralRules = Readonly<{
  /** What may stand between two parts of one number. */
  gap: RegExp
  /** 十 and 천 without a digit before them are one ten, one thousand. */
  implicitOne: boolean
  /** Whether digits behind a scale need a smaller scale of their own ("1 tỷ 200 triệu", but "3 triệu 200"). */
  digitsNeedScale: boolean
}>

/** Joins parts into numbers, as many parts to a number as grammar allows. */
export function assembleNumerals(
  text: string,
  parts: readonly NumeralPart[],
  rules: NumeralRules,
): readonly Numeral[] {
  const numerals: Numeral[] = []
  let taken: NumeralPart[] = []
  let amount: Amount = []
  const finish = () => {
    const numeral = toNumeral(taken, rules)
    if (numeral) numerals.push(numeral)
    taken = []
    amount = []
  }
  for (const [at, part] of parts.entries()) {
    if (!continues(text, taken.at(-1), part, parts[at + 1], rules)) finish()
    let extended = extendAmount(amount, part, rules.implicitOne)
    if (!extended && taken.length > 0) {
      finish()
      extended = extendAmount(amount, part, rules.implicitOne)
    }
    if (!extended) continue
    amount = extended
    taken.push(part)
  }
  finish()
  return numerals
}

function continues(
  text: string,
  last: NumeralPart | undefined,
  part: NumeralPart,
  next: NumeralPart | undefined,
  rules: NumeralRules,
): boolean {
  if (!last) return true
  if (!rules.gap.test(text.slice(last.end, part.start))) return false
  if (!(part.digits && last.kind === 'scale' && rules.digitsNeedScale)) return true
  return next?.kind === 'scale' && next.scale < last.scale && rules.gap.test(text.slice(part.end, next.start))
}

function toNumeral(parts: readonly NumeralPart[], rules: NumeralRules): Numeral | undefined {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return undefined
  const own = sumWith(parts, false, rules)
  const foreign = sumWith(parts, true, rules)
  const start = first.kind === 'value' ? first.value : undefined
  const multiplier = own && start && start.top !== 0n ? divide(own, start) : { top: 1n, bottom: 1n }
  const digits = parts.some((part) => part.digits)
  return { start: first.start, end: last.end, own, foreign, multiplier, digits, parts: parts.length }
}

/** The sum by the own or by the foreign separators; nothing when no part reads so. */
function sumWith(parts: readonly NumeralPart[], foreign: boolean, rules: NumeralRules): Rational | undefined {
  if (foreign && !parts.some((part) => part.kind === 'value' && part.foreign)) return undefined
  let amount: Amount = []
  for (const part of parts) {
    if (!foreign && part.kind === 'value' && part.misread) return undefined
    const read = foreign && part.kind === 'value' && part.foreign ? { ...part, value: part.foreign } : part
    const extended = extendAmount(amount, read, rules.implicitOne)
    if (!extended) return undefined
    amount = extended
  }
  return amount.length === 0 ? undefined : sumAmount(amount)
}
