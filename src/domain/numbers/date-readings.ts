import type { Reading } from './mention.ts'

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A date from written parts; '' where a part is not written. Nothing when there is no such day. */
export function readDate(year: string, month: string, day: string): readonly Reading[] {
  const [y, m, d] = [year, month, day].map((part) => (part === '' ? undefined : Number(part)))
  if (m === undefined || !(m >= 1 && m <= 12)) return []
  if (d !== undefined && !(d >= 1 && d <= (monthLengths[m - 1] ?? 31))) return []
  return [
    {
      kind: 'date',
      month: m,
      ...(y === undefined ? {} : { year: y < 100 ? 2000 + y : y }),
      ...(d === undefined ? {} : { day: d }),
    },
  ]
}

/** What part of the day turns a written hour into which of 24; '' leaves it as written. */
export type DayPart = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' | ''

/** A time of day from a written hour and minute; nothing when there is no such time. */
export function readTime(hour: string, minute: string, part: DayPart): readonly Reading[] {
  const [h, m] = [Number(hour), minute === '' ? 0 : Number(minute)]
  if (!(h >= 0 && h <= 24 && m >= 0 && m < 60)) return []
  return [{ kind: 'time', hour: hourOfDay(h, part) % 24, minute: m }]
}

function hourOfDay(hour: number, part: DayPart): number {
  if (hour > 12) return hour
  switch (part) {
    case 'morning':
      return hour === 12 ? 0 : hour
    case 'noon':
      return hour < 10 ? hour + 12 : hour
    case 'afternoon':
      return hour === 12 ? 12 : hour + 12
    case 'evening':
      return hour === 12 ? 24 : hour + 12
    case 'night':
      return hour === 12 ? 24 : hour >= 7 ? hour + 12 : hour
    case '':
      return hour
  }
}

/** A number where it may be meant as one ("8 giờ" is a time or eight hours). */
export function plainNumber(value: number | string): Reading {
  return { kind: 'number', value: { top: BigInt(value), bottom: 1n } }
}

/** Readings of two numbers with a slash or point between: a day and month either way round, or month and year. */
export function readPair(first: string, second: string): readonly Reading[] {
  if (second.length === 4) return readDate(second, first, '')
  const fraction: Reading[] =
    Number(second) > Number(first) && Number(first) > 0 ? [fractionOf(first, second)] : []
  return [...readDate('', second, first), ...fraction]
}

function fractionOf(top: string, bottom: string): Reading {
  const [a, b] = [BigInt(top), BigInt(bottom)]
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return { kind: 'number', value: { top: a / x, bottom: b / x } }
}
