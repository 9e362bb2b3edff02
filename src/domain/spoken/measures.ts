import unitData from '#resources/spoken/units.json' with { type: 'json' }
import { shares } from './calendar.ts'
import { integerWords } from './number-words.ts'
import { numeralPattern, numeralReadings, wholeValue } from './numerals.ts'
import { after, before, oneOf, type Place, type Reading, type SpokenRule, said } from './reading.ts'

const units: Readonly<Record<string, readonly string[]>> = unitData.units
const leading: Readonly<Record<string, string>> = unitData.leading

function alternatives(written: readonly string[]): string {
  const escaped = written.map((each) => each.replace(/[.$*+?^(){}|[\]\\/]/g, '\\$&'))
  return escaped.sort((left, right) => right.length - left.length).join('|')
}

const unit = `(?:[\\s\\u00a0]?(?<u>${alternatives(Object.keys(units))})(?![\\p{L}\\p{M}\\d²³]))?`
const scoreBefore = /(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn|gỡ)\s$/
const yearsBefore = /(?:năm học|niên vụ|mùa giải|vụ|niên khóa)\s$/

/** Every way to say the number with every way to say its unit. */
function withUnit(numbers: readonly string[], written: string): readonly string[] {
  if (written === '') return numbers
  return numbers.flatMap((number) => (units[written] ?? [written]).map((name) => `${number} ${name}`))
}

function readMeasure(part: (name: string) => string, place: Place): Reading | undefined {
  const numbers = numeralReadings(part('n'))
  const money = leading[part('w')]
  if (money !== undefined) return oneOf(numbers.map((number) => `${number} ${money}`))
  return oneOf(withUnit(officeNumber(numbers, part('n'), place), part('u')))
}

/** "05 gian hàng" is five; "mã 05" may be "không năm". */
function officeNumber(numbers: readonly string[], written: string, place: Place): readonly string[] {
  return /^0\d$/.test(written) && /(?:mã|mã số|kênh)\s$/.test(before(place))
    ? [...numbers].reverse()
    : numbers
}

function readRange(part: (name: string) => string, place: Place): Reading | undefined {
  const [first, last] = [part('a'), part('b')]
  const [low, high] = [wholeValue(first), wholeValue(last)]
  const told = before(place)
  const firsts = numeralReadings(first)
  const lasts = withUnit(numeralReadings(last), part('u'))
  const pairs = (join: string) => firsts.flatMap((from) => lasts.map((to) => `${from}${join}${to}`))
  if (low === undefined || high === undefined) return oneOf(pairs(' đến '))
  if (yearsBefore.test(told)) return oneOf(pairs(', '))
  if (scoreBefore.test(told)) return said(`${integerWords(first)} ${integerWords(last)}`)
  const counts = part('u') !== '' || /^\s\p{Ll}/u.test(after(place)) || low > 20 || high > 20
  if (low < high && counts) return oneOf(pairs(' đến '))
  return low < high ? oneOf([...pairs(' đến '), ...pairs(' ')]) : oneOf([...pairs(' '), ...pairs(' đến ')])
}

function readNegative(part: (name: string) => string): Reading | undefined {
  const numbers = withUnit(numeralReadings(part('n')), part('u'))
  const negative = numbers.map((number) => `âm ${number}`)
  return /°|º|℃|oC/.test(part('u')) ? oneOf(negative) : oneOf([...negative, ...numbers])
}

const vulgar = /^(\d+)\u2044(\d+)$/

function readVulgar(part: (name: string) => string): Reading | undefined {
  const [, top = '', bottom = ''] = vulgar.exec(part('f').normalize('NFKC')) ?? []
  const share = shares(top, bottom)[0]
  if (top === '' || share === undefined) return undefined
  return said(part('n') === '' ? share : `${numeralReadings(part('n'))[0]} và ${share}`)
}

/** Numbers with what they count, ranges, negative numbers, money and fractions. */
export const measureRules: readonly SpokenRule[] = [
  { shape: /(?<n>\d*)(?<f>[\u00bc-\u00be\u2150-\u215e])/uy, read: readVulgar },
  {
    shape: new RegExp(
      `(?<a>${numeralPattern})\\s?[-–—]\\s?(?<b>${numeralPattern})(?![-–—/]\\d|\\d)${unit}`,
      'uy',
    ),
    read: readRange,
  },
  {
    shape: new RegExp(`(?<w>${alternatives(Object.keys(leading))})\\s?(?<n>${numeralPattern})(?<u>)`, 'uy'),
    read: readMeasure,
  },
  { shape: new RegExp(`(?<![\\p{L}\\d])[-−](?<n>${numeralPattern})${unit}`, 'uy'), read: readNegative },
  {
    shape: new RegExp(`(?<w>)(?<n>${numeralPattern})\\s?(?:x|×|\\*)\\s?(?=\\d)`, 'iuy'),
    read: (part) => oneOf(numeralReadings(part('n')).map((number) => `${number} nhân`)),
  },
  { shape: new RegExp(`(?<w>)(?<n>${numeralPattern})${unit}`, 'uy'), read: readMeasure },
  {
    shape: new RegExp(
      `(?<=\\p{L}|[²³])/(?<u>${alternatives(Object.keys(units))}|\\p{L}+)(?![\\p{L}\\p{M}\\d])`,
      'uy',
    ),
    read: readPer,
  },
]

/** "70 triệu đồng/người/năm" against "và/hoặc". */
function readPer(part: (name: string) => string, place: Place): Reading | undefined {
  const name = units[part('u')]?.[0] ?? part('u')
  return /\d[^.,;:!?]*$/.test(before(place))
    ? said(`trên ${name}`)
    : oneOf([`, ${name}`, `hoặc ${name}`, `trên ${name}`])
}
