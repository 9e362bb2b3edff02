import { type DayPart, plainNumber, readDate, readTime } from './date-readings.ts'
import { timeOrNumber } from './dates-everywhere.ts'
import type { Reading } from './mention.ts'
import type { Pattern } from './scan.ts'

const monthNames = [
  'giêng',
  'hai',
  'ba',
  'tư',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
]
const monthName = 'mười một|mười hai|mười|hai|ba|tư|năm|sáu|bảy|tám|chín'
const weekdayNames = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy']
const dayParts: Readonly<Record<string, DayPart>> = {
  sáng: 'morning',
  trưa: 'noon',
  chiều: 'afternoon',
  tối: 'evening',
  đêm: 'night',
}
const begin = '(?<![\\p{L}\\d])'
const end = '(?![\\p{L}\\d])'

function monthOf(name: string): string {
  return /^\d/.test(name) ? name : String(monthNames.indexOf(name.toLowerCase()) + 1)
}

/** Lunar dates are found, so that nobody takes them for others, but never compared. */
export const vietnameseLunar: readonly Pattern[] = [
  `(?:ngày\\s)?\\d{1,2}(?:/\\d{1,2}|\\stháng\\s(?:\\d{1,2}|giêng|chạp|${monthName}))(?:/\\d{4}|\\snăm\\s[\\p{Lu}][\\p{L}]+\\s[\\p{Lu}][\\p{L}]+)?\\s\\(?âm lịch\\)?`,
  `(?:mùng|mồng)\\s(?:\\d{1,2}|một|${monthName})(?:\\stháng\\s(?:\\d{1,2}|giêng|chạp|${monthName}))?(?:\\s?/\\s?\\d{1,2})?`,
  `(?:rằm\\s)?tháng\\s(?:giêng|chạp)`,
  `rằm\\stháng\\s(?:\\d{1,2}|${monthName})`,
  `tháng\\s(?:\\d{1,2}|${monthName})\\sâm lịch`,
].map((body) => ({
  shape: new RegExp(`${begin}${body}${end}`, 'giu'),
  read: () => [{ kind: 'lunar' }],
  weak: true,
}))

export const vietnameseDates: readonly Pattern[] = [
  {
    shape: new RegExp(
      `${begin}(?:ngày\\s)?(?<d>\\d{1,2})\\stháng\\s(?<m>\\d{1,2}|${monthName})(?:,?\\s(?:năm\\s)?(?<y>\\d{4})|/(?<y2>\\d{4}))?${end}`,
      'giu',
    ),
    read: (part) => readDate(part('y') || part('y2'), monthOf(part('m')), part('d')),
  },
  {
    shape: new RegExp(
      `${begin}(?:ngày|hôm|sáng|trưa|chiều|tối|đêm)\\s(?<d>\\d{1,2})-(?<m>\\d{1,2})${end}(?!/)`,
      'giu',
    ),
    read: (part) => readDate('', part('m'), part('d')),
  },
  {
    shape: new RegExp(
      `${begin}tháng\\s(?<m>\\d{1,2}|${monthName})(?:\\s?[/-]\\s?|,?\\snăm\\s)(?<y>\\d{4})${end}`,
      'giu',
    ),
    read: (part) => readDate(part('y'), monthOf(part('m')), ''),
  },
  {
    shape: new RegExp(`${begin}tháng\\s(?<m>\\d{1,2}|${monthName})${end}(?!/)`, 'giu'),
    read: (part) => readDate('', monthOf(part('m')), ''),
  },
  {
    shape: new RegExp(
      `${begin}[Qq]uý\\s(?<q>IV|I{1,3}|[1-4])(?:(?:\\snăm\\s|[/-])(?<y>\\d{4}))?${end}`,
      'gu',
    ),
    read: (part) => readQuarter(part('q'), part('y')),
  },
  {
    shape: new RegExp(`(?<![\\p{L}])thứ\\s(?<w>hai|ba|tư|năm|sáu|bảy)${end}`, 'gu'),
    read: (part) => weekdayOrOrdinal(weekdayNames.indexOf(part('w')) + 1),
    weak: true,
  },
  {
    shape: new RegExp(`(?<![\\p{L}])(?:[Tt]hứ)\\s(?<w>Hai|Ba|Tư|Năm|Sáu|Bảy)${end}`, 'gu'),
    read: (part) => weekdayOrOrdinal(weekdayNames.indexOf(part('w').toLowerCase()) + 1),
  },
  {
    shape: new RegExp(`${begin}thứ\\s(?<w>[2-7])${end}`, 'giu'),
    read: (part) => [plainNumber(part('w')), { kind: 'weekday', weekday: Number(part('w')) - 1 }],
  },
  { shape: new RegExp(`${begin}chủ nhật${end}`, 'giu'), read: () => [{ kind: 'weekday', weekday: 7 }] },
]

export const vietnameseTimes: readonly Pattern[] = [
  {
    shape: new RegExp(
      `${begin}(?<h>\\d{1,2})(?:\\s?[Gg]iờ|h|g)(?:\\s?(?<n>\\d{1,2})(?:\\sphút|ph|p|')?|\\s(?<half>rưỡi))?(?:\\s(?<p>sáng|trưa|chiều|tối|đêm))?${end}`,
      'gu',
    ),
    read: (part) => [
      ...readTime(part('h'), part('half') ? '30' : part('n'), dayParts[part('p').toLowerCase()] ?? ''),
      ...timeOrNumber(part('h'), part('n') || part('half')),
      ...(part('half') ? [halfPast(part('h'))] : []),
    ],
  },
]

/** "2 giờ rưỡi" is also two hours and a half. */
export function halfPast(hours: string): Reading {
  return { kind: 'number', value: { top: BigInt(hours) * 2n + 1n, bottom: 2n } }
}

function weekdayOrOrdinal(weekday: number): readonly Reading[] {
  return [{ kind: 'weekday', weekday }, plainNumber(weekday + 1)]
}

const romanQuarters = ['I', 'II', 'III', 'IV']

function readQuarter(name: string, year: string): readonly Reading[] {
  const quarter = /\d/.test(name) ? Number(name) : romanQuarters.indexOf(name) + 1
  return [{ kind: 'quarter', quarter, ...(year === '' ? {} : { year: Number(year) }) }]
}
