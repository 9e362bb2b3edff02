import { localeOf } from './languages.ts'
import { clockOf, dayOf, grouped } from './plain-writers.ts'

/** Writes dates, numbers and sizes in the language of the interface. */
export type Format = Readonly<{
  /** 24/11/2026 */
  date(at: number): string
  /** 14:02 */
  time(at: number): string
  /** 24/11/2026 14:02 */
  moment(at: number): string
  /** 14:02 for today, otherwise with the date. */
  shortMoment(at: number, now: number): string
  number(value: number): string
  percent(fraction: number): string
  bytes(count: number): string
  list(words: readonly string[]): string
  /** "3 giờ trước", "trong 2 ngày nữa" */
  relative(at: number, now: number): string
}>

const percentParts = { style: 'percent', maximumFractionDigits: 0 } as const
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
const spans = [
  { unit: 'day', milliseconds: 86_400_000 },
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'minute', milliseconds: 60_000 },
] as const

const formats = new Map<string, Format>()

/** One for each language: what Intl makes is dear, and every row asks. */
export function formatOf(language: string): Format {
  const known = formats.get(language)
  if (known) return known
  const made = makeFormat(language)
  formats.set(language, made)
  return made
}

/** Each writer is made when something is first written by it. */
function makeFormat(language: string): Format {
  const locale = localeOf(language)
  const numbers = once(() => new Intl.NumberFormat(locale))
  const percents = once(() => new Intl.NumberFormat(locale, percentParts))
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const day = (at: number) => dayOf(at, language)
  const moment = (at: number) => `${day(at)} ${clockOf(at)}`
  return {
    date: day,
    time: clockOf,
    moment,
    shortMoment: (at, now) => (day(at) === day(now) ? clockOf(at) : moment(at)),
    number: (value) => (Number.isSafeInteger(value) ? grouped(value, language) : numbers().format(value)),
    percent: (fraction) => percents().format(fraction),
    bytes: (count) => writeBytes(count, locale),
    list: (words) => lists().format(words),
    relative: (at, now) => writeRelative(at - now, locale),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

function writeBytes(count: number, locale: string): string {
  const step = Math.min(
    byteUnits.length - 1,
    Math.max(0, Math.floor(Math.log(Math.max(count, 1)) / Math.log(1024))),
  )
  const unit = byteUnits[step] ?? 'byte'
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(count / 1024 ** step)
}

function writeRelative(difference: number, locale: string): string {
  const span = spans.find(({ milliseconds }) => Math.abs(difference) >= milliseconds)
  if (!span) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
  // Not "hôm qua": Intl writes such words with a capital, and they stand inside sentences.
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(difference / span.milliseconds), span.unit)
}
