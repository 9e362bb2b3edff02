import { plainNumber, readDate, readPair, readTime } from './date-readings.ts'
import type { Pattern } from './scan.ts'

const alone = ['(?<![\\p{L}\\d./:,-])', '(?![\\d/:]|[.,]\\d|-\\d)'] as const

function shape(pattern: string): RegExp {
  return new RegExp(`${alone[0]}${pattern}${alone[1]}`, 'gu')
}

/** Dates and times in digits alone. English texts of Vietnam write day first, others month first: both are read. */
export const digitDates: readonly Pattern[] = [
  {
    shape: shape('(?<y>(?:19|20)\\d\\d)(?<s>[-/.])\\s?(?<m>\\d{1,2})\\k<s>\\s?(?<d>\\d{1,2})\\.?'),
    read: (part) => readDate(part('y'), part('m'), part('d')),
  },
  {
    shape: shape('(?<d>\\d{1,2})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<y>(?:19|20)\\d\\d|\\d\\d)'),
    read: (part) => readDate(part('y'), part('m'), part('d')),
  },
  {
    shape: shape('(?<a>\\d{1,2})/(?<b>(?:19|20)\\d\\d|\\d{1,2})'),
    read: (part) => readPair(part('a'), part('b')),
  },
]

/** Month first, in English texts only. */
export const monthFirstDates: readonly Pattern[] = [
  {
    shape: shape('(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>(?:19|20)\\d\\d)'),
    read: (part) => {
      const monthFirst = readDate(part('y'), part('m'), part('d'))
      return monthFirst.length === 0 ? [] : [...readDate(part('y'), part('d'), part('m')), ...monthFirst]
    },
  },
  {
    shape: shape('(?<m>\\d{1,2})/(?<d>\\d{1,2})'),
    read: (part) => [...readPair(part('m'), part('d')), ...readDate('', part('m'), part('d'))],
  },
]

/** 14:30, read when no language's own way of writing fits. */
export const clockTimes: readonly Pattern[] = [
  {
    shape: shape('(?<h>\\d{1,2}):(?<n>\\d{2})(?::\\d{2})?'),
    read: (part) => readTime(part('h'), part('n'), ''),
  },
]

/** The reading of a number that may also be a time. */
export const timeOrNumber = (hour: string, minute: string) => (minute === '' ? [plainNumber(hour)] : [])
