import { type DayPart, plainNumber, readDate, readTime } from './date-readings.ts'
import type { Pattern } from './scan.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month =
  '(?<m>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const dayParts: Readonly<Record<string, DayPart>> = {
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
}
const quarters: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
}
const begin = '(?<![\\p{L}\\d])'
const end = '(?![\\p{L}\\d])'
const year = '(?<y>(?:1[5-9]|20)\\d\\d)'

function monthOf(name: string): string {
  return String(months.indexOf(name.slice(0, 3)) + 1)
}

export const englishLunar: readonly Pattern[] = [
  '\\w+(?:\\sday)?\\sof\\sthe\\s\\w+\\s(?:lunar\\smonth|month\\s(?:of|in)\\sthe\\slunar\\s(?:calendar|year))',
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d{1,2}(?:st|nd|rd|th))\\slunar\\smonth',
].map((body) => ({
  shape: new RegExp(`${begin}${body}${end}`, 'giu'),
  read: () => [{ kind: 'lunar' }],
  weak: true,
}))

export const englishDates: readonly Pattern[] = [
  {
    shape: new RegExp(
      `${begin}${month}\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s${year})?${end}(?![,.]\\d|%)`,
      'gu',
    ),
    read: (part) => readDate(part('y'), monthOf(part('m')), part('d')),
  },
  {
    shape: new RegExp(
      `${begin}(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${month}(?:,?\\s${year})?${end}`,
      'gu',
    ),
    read: (part) => readDate(part('y'), monthOf(part('m')), part('d')),
  },
  {
    shape: new RegExp(`${begin}${month}(?:,?\\s|\\sof\\s)${year}${end}`, 'gu'),
    read: (part) => readDate(part('y'), monthOf(part('m')), ''),
  },
  {
    shape:
      /(?<![\p{L}\d])(?<m>January|February|April|June|July|August|September|October|November|December)(?![\p{L}\d])/gu,
    read: (part) => readDate('', monthOf(part('m')), ''),
  },
  {
    shape:
      /(?<=(?:^|\s)(?:in|In|of|last|next|this|early|late|mid|since|until|by|from|to|every)[\s-])(?<m>March|May)(?![\p{L}\d])/gu,
    read: (part) => readDate('', monthOf(part('m')), ''),
  },
  {
    shape: new RegExp(
      `${begin}(?<q>first|second|third|fourth|1st|2nd|3rd|4th)[\\s-]quarter(?:\\s(?:of\\s)?${year})?${end}`,
      'giu',
    ),
    read: (part) => quarterOf(quarters[part('q').toLowerCase()] ?? 0, part('y')),
  },
  {
    shape: new RegExp(`${begin}Q(?<q>[1-4])(?:[\\s/-]${year})?${end}`, 'gu'),
    read: (part) => quarterOf(Number(part('q')), part('y')),
  },
  {
    shape: new RegExp(`${begin}(?<w>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?${end}`, 'gu'),
    read: (part) => [{ kind: 'weekday', weekday: weekdays.indexOf(part('w').slice(0, 3)) + 1 }],
  },
]

export const englishTimes: readonly Pattern[] = [
  {
    shape: new RegExp(`${begin}(?<h>\\d{1,2})(?:[:.](?<n>\\d{2}))?\\s?(?<p>[ap])\\.?m(?:\\.|${end})`, 'giu'),
    read: (part) => readTime(part('h'), part('n'), part('p').toLowerCase() === 'a' ? 'morning' : 'afternoon'),
  },
  {
    shape: new RegExp(
      `${begin}(?<h>\\d{1,2})(?:[:.](?<n>\\d{2})|\\so['’]clock)(?:\\s(?:in\\sthe|at)\\s(?<p>morning|afternoon|evening|night))?${end}(?![.,:%]\\d)`,
      'giu',
    ),
    read: (part) => (part('n') === '' || part('p') !== '' ? clock(part('h'), part('n'), part('p')) : []),
  },
  {
    shape: new RegExp(`${begin}(?:noon|midday)${end}`, 'giu'),
    read: () => [{ kind: 'time', hour: 12, minute: 0 }],
    weak: true,
  },
  {
    shape: new RegExp(`${begin}midnight${end}`, 'giu'),
    read: () => [{ kind: 'time', hour: 0, minute: 0 }],
    weak: true,
  },
]

function clock(hour: string, minute: string, part: string) {
  return readTime(hour, minute, dayParts[part.toLowerCase()] ?? '')
}

function quarterOf(quarter: number, written: string) {
  const dated = written === '' ? {} : { year: Number(written) }
  return [{ kind: 'quarter', quarter, ...dated } as const, plainNumber(quarter)]
}
