import { integerWords } from './number-words.ts'
import { after, before, oneOf, type Place, type Reading, type SpokenRule, said } from './reading.ts'

const dash = '[-–—]'
const dayBefore = /(?:ngày|hôm|mùng|mồng|rằm)\s$/
const dayContext =
  /(?:ngày|hôm|mùng|mồng|sáng|trưa|chiều|tối|đêm|từ|đến|dịp|lễ|khai mạc|diễn ra|trước|sau|tết|qua)\s$/
const shareBehind =
  /^\s(?:số|tổng|diện tích|dân số|chiều|quãng|sân|lượng|thời gian|nhiệm kỳ|đại biểu|thành viên)/

/** "mùng" is said of the first ten days. */
export function dayWords(day: number): string {
  return day <= 10 ? `mùng ${integerWords(String(day))}` : integerWords(String(day))
}

/** The fourth month is "tháng tư". */
export function monthWords(month: number): string {
  return `tháng ${month === 4 ? 'tư' : integerWords(String(month))}`
}

export function yearWords(year: string): string {
  return `năm ${integerWords(year)}`
}

function isDay(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate()
}

function isDate(day: number, month: number, year: number): boolean {
  return isDay(day, month) && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day with "ngày" before it, unless the text has just said it; "mùng" too is said once. */
function fullDay(day: number, place: Place): string {
  const told = before(place)
  if (/(?:mùng|mồng)\s$/.test(told)) return integerWords(String(day))
  return dayBefore.test(told) ? dayWords(day) : `ngày ${dayWords(day)}`
}

/** Slashes said one by one, for what no calendar holds. */
function slashed(...parts: readonly string[]): string {
  return parts.map(integerWords).join(' trên ')
}

function readFull(part: (name: string) => string, place: Place): Reading | undefined {
  const [day, month, year] = [Number(part('d')), Number(part('m')), part('y')]
  const said4 = year.length === 2 ? `20${year}` : year
  const date = isDate(day, month, Number(said4))
    ? [`${fullDay(day, place)} ${monthWords(month)} ${yearWords(said4)}`]
    : []
  if (date.length > 0 && year.length === 4) return oneOf(date)
  return part('s') === '/' ? oneOf([...date, slashed(part('d'), part('m'), year)]) : undefined
}

function readDayMonth(part: (name: string) => string, place: Place): Reading | undefined {
  const [day, month] = [Number(part('d')), Number(part('m'))]
  const share = shares(part('d'), part('m'))
  if (!isDay(day, month)) return oneOf(share)
  const date = `${fullDay(day, place)} ${monthWords(month)}`
  const told = before(place)
  if (dayContext.test(told) || /^\s?\(?âm lịch/.test(after(place))) return said(date)
  return shareBehind.test(after(place)) ? oneOf([...share, date]) : oneOf([date, ...share])
}

/** "hai phần ba" for small parts of a whole, "ba mươi lăm trên bốn mươi" for a count of a total. */
export function shares(top: string, bottom: string): readonly string[] {
  const part = `${integerWords(top)} phần ${bottom === '4' ? 'tư' : integerWords(bottom)}`
  const count = `${integerWords(top)} trên ${integerWords(bottom)}`
  return Number(top) < Number(bottom) && Number(top) <= 10 ? [part, count] : [count, part]
}

function readMonthYear(part: (name: string) => string, place: Place): Reading | undefined {
  const month = Number(part('m'))
  if (month < 1 || month > 12) return undefined
  const told = before(place)
  const year = yearWords(part('y'))
  if (/tháng\s$/.test(told)) return said(`${monthWords(month).slice('tháng '.length)} ${year}`)
  if (part('s') !== '/') return undefined
  return /(?:số|luật|pháp lệnh|thông tư|nghị định|nghị quyết|quyết định)\s$/.test(told)
    ? said(`${integerWords(part('m'))} ${year}`)
    : said(`${monthWords(month)} ${year}`)
}

function readDays(part: (name: string) => string, place: Place): Reading | undefined {
  const [first, last, month] = [Number(part('a')), Number(part('b')), Number(part('m'))]
  if (!isDay(first, month) || !isDay(last, month) || first >= last) return undefined
  const year = part('y') === '' ? '' : ` ${yearWords(part('y'))}`
  return said(`${fullDay(first, place)} đến ${dayWords(last)} ${monthWords(month)}${year}`)
}

const quarters = ['I', 'II', 'III', 'IV']

function readQuarter(part: (name: string) => string): Reading | undefined {
  const name = part('q')
  const quarter = /\d/.test(name) ? name : String(quarters.indexOf(name) + 1)
  const year = part('y') === '' ? '' : ` ${yearWords(part('y'))}`
  return said(`${integerWords(quarter)}${year}`)
}

/** A bare number behind "ngày": a day of the month, or how many there are in a day ("ngày 2 lần"). */
function readDayOnly(part: (name: string) => string, place: Place): Reading | undefined {
  const day = Number(part('d'))
  if (day < 1 || day > 31) return undefined
  if (/^\stháng\s/.test(after(place))) return said(dayWords(day))
  return /^(?:$|[,.;:)]|\s(?:và|đến|tới|[-–]))/.test(after(place))
    ? oneOf([dayWords(day), integerWords(part('d'))])
    : undefined
}

const end = '(?![\\d/]|[.,-]\\d)'

/** Dates, months with years, quarters and shares written with a slash; digits only, at a number's beginning. */
export const calendarRules: readonly SpokenRule[] = [
  {
    shape: new RegExp(
      `(?<a>\\d{1,2})\\s?${dash}\\s?(?<b>\\d{1,2})/(?<m>\\d{1,2})(?:/(?<y>\\d{4}))?${end}`,
      'yu',
    ),
    read: readDays,
  },
  {
    shape: new RegExp(`(?<d>\\d{1,2})(?<s>[/.-])(?<m>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d{2})${end}`, 'yu'),
    read: readFull,
  },
  { shape: new RegExp(`(?<m>\\d{1,2})(?<s>[/-])(?<y>(?:19|20)\\d{2})${end}`, 'yu'), read: readMonthYear },
  {
    shape: /(?<=quý\s)(?<q>IV|I{1,3}|[1-4])(?:(?:\/|-|\snăm\s)(?<y>\d{4}))?(?![\p{L}\d])/iuy,
    read: readQuarter,
  },
  { shape: new RegExp(`(?<d>\\d{1,6})/(?<m>\\d{1,6})${end}(?![\\p{L}])`, 'yu'), read: readDayMonth },
  {
    shape: new RegExp(
      `(?<=(?:ngày|hôm|sáng|trưa|chiều|tối|đêm)\\s)(?<d>\\d{1,2})-(?<m>\\d{1,2})${end}`,
      'iyu',
    ),
    read: (part, place) =>
      isDay(Number(part('d')), Number(part('m')))
        ? said(`${fullDay(Number(part('d')), place)} ${monthWords(Number(part('m')))}`)
        : undefined,
  },
  {
    shape: new RegExp(`(?<=tháng\\s)(?<m>4|04)${end}`, 'iyu'),
    read: () => said('tư'),
  },
  {
    shape: new RegExp(`(?<=tháng\\s)0(?<m>[1-9])${end}`, 'iyu'),
    read: (part) => said(integerWords(part('m'))),
  },
  { shape: new RegExp(`(?<=ngày\\s)(?<d>\\d{1,2})${end}`, 'iyu'), read: readDayOnly },
]
