import { type DayPart, plainNumber, readDate, readTime } from './date-readings.ts'
import { halfPast } from './dates-vi.ts'
import type { Pattern } from './scan.ts'

const weekdays = '월화수목금토일'
const nativeHours = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열', '열한', '열두']
const hour = `\\d{1,2}|열한|열두|${nativeHours.slice(0, 10).join('|')}`
const dayParts: Readonly<Record<string, DayPart>> = {
  새벽: 'morning',
  아침: 'morning',
  오전: 'morning',
  정오: 'noon',
  낮: 'noon',
  오후: 'afternoon',
  저녁: 'evening',
  밤: 'night',
}
const partOfDay = Object.keys(dayParts).join('|')

export const koreanLunar: readonly Pattern[] = [
  {
    shape: /음력\s?(?:\d{4}년\s?)?(?:(?:\d{1,2}|정)월\s?)?(?:\d{1,2}일|초하루|보름)?/gu,
    read: () => [{ kind: 'lunar' }],
    weak: true,
  },
  { shape: /정월\s?대보름|정월\s?초\S+|섣달\s?그믐/gu, read: () => [{ kind: 'lunar' }], weak: true },
]

export const koreanDates: readonly Pattern[] = [
  {
    shape: /(?<!\d)(?:(?<y>\d{4})\s?년\s?)?(?<m>\d{1,2})\s?월(?!요일)(?:\s?(?<d>\d{1,2})\s?일(?!간))?/gu,
    read: (part) => readDate(part('y'), part('m'), part('d')),
  },
  {
    shape: /(?<!\d)(?<y>(?:19|20)\d\d)\.\s?(?<m>\d{1,2})\.\s?(?<d>\d{1,2})\.?(?!\d)/gu,
    read: (part) => readDate(part('y'), part('m'), part('d')),
  },
  {
    shape: /(?:(?<y>\d{4})\s?년\s?)?(?:제\s?)?(?<q>[1-4])\s?[/사]?\s?분기/gu,
    read: (part) => [
      {
        kind: 'quarter',
        quarter: Number(part('q')),
        ...(part('y') === '' ? {} : { year: Number(part('y')) }),
      },
      plainNumber(part('q')),
    ],
  },
  {
    shape: /(?<w>[월화수목금토일])요일/gu,
    read: (part) => [{ kind: 'weekday', weekday: weekdays.indexOf(part('w')) + 1 }],
  },
  {
    shape: /(?<=\()(?<w>[월화수목금토일])(?=\))/gu,
    read: (part) => [{ kind: 'weekday', weekday: weekdays.indexOf(part('w')) + 1 }],
    weak: true,
  },
]

export const koreanTimes: readonly Pattern[] = [
  {
    shape: new RegExp(
      `(?:(?<p>${partOfDay})\\s?)?(?<![\\p{L}\\d])(?<h>${hour})\\s?시(?=$|[^가-힣]|에|까지|부터|경|쯤|반|를|가|이|로|와|정각)(?:\\s?(?<n>\\d{1,2})\\s?분|\\s?(?<half>반))?`,
      'gu',
    ),
    read: (part) =>
      koreanTime(part('p'), hourOf(part('h')), part('half') ? '30' : part('n'), part('half') !== ''),
  },
  {
    shape: new RegExp(`(?<p>${partOfDay})\\s?(?<h>\\d{1,2}):(?<n>\\d{2})`, 'gu'),
    read: (part) => readTime(part('h'), part('n'), dayParts[part('p')] ?? ''),
  },
  { shape: /정오/gu, read: () => [{ kind: 'time', hour: 12, minute: 0 }], weak: true },
  { shape: /자정/gu, read: () => [{ kind: 'time', hour: 0, minute: 0 }], weak: true },
]

function hourOf(written: string): string {
  return /\d/.test(written) ? written : String(nativeHours.indexOf(written) + 1)
}

function koreanTime(part: string, written: string, minute: string, isHalf: boolean) {
  const time = readTime(written, minute, dayParts[part] ?? '')
  if (part !== '') return time
  return [...time, ...(minute === '' ? [plainNumber(written)] : []), ...(isHalf ? [halfPast(written)] : [])]
}
