import type { Rational } from './rational.ts'

/** A stretch of a text in UTF-16 code units, `end` excluded. */
export type Span = Readonly<{ start: number; end: number }>

/** The languages whose numbers are read by their own rules; of others only digits are read. */
export type NumberLanguage = 'vi' | 'en' | 'zh' | 'ko' | 'other'

/** What a mention can mean. `unit` is a code of `units.ts`; days, months and weekdays (1 = Monday) count from 1. */
export type Reading =
  | Readonly<{ kind: 'number'; value: Rational; unit?: string }>
  | Readonly<{ kind: 'date'; year?: number; month?: number; day?: number }>
  | Readonly<{ kind: 'quarter'; quarter: number; year?: number }>
  | Readonly<{ kind: 'time'; hour: number; minute: number }>
  | Readonly<{ kind: 'weekday'; weekday: number }>
  | Readonly<{ kind: 'code'; code: string; numbers: readonly string[] }>
  | Readonly<{ kind: 'phone'; digits: string }>
  | Readonly<{ kind: 'lunar' }>

/**
 * A number, date, time or code where it stands in a text. Any of its readings may be what is meant ("2/3" is a
 * fraction or a day); the first is the likeliest. A weak mention (a word such as "một", "one", 一) may answer
 * one of the other language but is never missed. `foreign` are readings by the other decimal separator.
 */
export type Mention = Readonly<{
  span: Span
  text: string
  readings: readonly [Reading, ...Reading[]]
  foreign: readonly Reading[]
  weak: boolean
}>

/** The language whose rules apply, from a BCP 47 tag. */
export function numberLanguage(tag: string): NumberLanguage {
  const base = tag.toLowerCase().split('-')[0]
  return base === 'vi' || base === 'en' || base === 'zh' || base === 'ko' ? base : 'other'
}
