import type { NumberLanguage, Reading } from './mention.ts'
import { divide, isLess, type Rational, rational } from './rational.ts'

type Scales = readonly (readonly [scale: bigint, written: string])[]

const scales: Readonly<Record<NumberLanguage, Scales>> = {
  vi: [
    [10n ** 12n, ' nghìn tỷ'],
    [10n ** 9n, ' tỷ'],
    [10n ** 6n, ' triệu'],
  ],
  en: [
    [10n ** 12n, ' trillion'],
    [10n ** 9n, ' billion'],
    [10n ** 6n, ' million'],
  ],
  zh: [
    [10n ** 12n, '万亿'],
    [10n ** 8n, '亿'],
    [10n ** 4n, '万'],
  ],
  ko: [
    [10n ** 12n, '조'],
    [10n ** 8n, '억'],
    [10n ** 4n, '만'],
  ],
  other: [],
}
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  ko: ['월요일', '화요일', '수요일', '목요일', '금요일', '토요일', '일요일'],
}
const units: Readonly<Record<string, Readonly<Partial<Record<NumberLanguage, string>>>>> = {
  VND: { vi: ' đồng', en: ' dong', zh: '越南盾', ko: ' 동' },
  USD: { vi: ' đô la Mỹ', en: ' US dollars', zh: '美元', ko: ' 달러' },
  ha: { vi: ' ha', en: ' hectares', zh: '公顷', ko: ' 헥타르' },
  km: { vi: ' km', en: ' km', zh: '公里', ko: ' km' },
  pp: { vi: ' điểm phần trăm', en: ' percentage points', zh: '个百分点', ko: '%p' },
}

/** How a language writes what another text says: the form a translator is offered. Codes stay as they are. */
export function writeReading(reading: Reading, language: NumberLanguage): string {
  switch (reading.kind) {
    case 'number':
      return writeNumber(reading.value, language) + writeUnit(reading.unit, language)
    case 'date':
      return writeDate(reading, language)
    case 'quarter':
      return writeQuarter(reading.quarter, reading.year, language)
    case 'time':
      return writeTime(reading.hour, reading.minute, language)
    case 'weekday':
      return weekdays[language === 'other' ? 'en' : language][reading.weekday - 1] ?? ''
    case 'code':
      return reading.code
    case 'phone':
      return reading.digits
    case 'lunar':
      return ''
  }
}

/** Digits in the language's groups and scales: 1,250,000,000 is 1,25 tỷ, 1.25 billion, 12.5亿, 12억 5,000만. */
export function writeNumber(value: Rational, language: NumberLanguage): string {
  if (language === 'ko') return writeKorean(value)
  for (const [scale, written] of scales[language]) {
    const scaled = divide(value, rational(scale))
    if (!isLess(scaled, rational(1n)) && decimalsOf(scaled) <= 3)
      return writePlain(scaled, language) + written
  }
  return writePlain(value, language)
}

/** Korean writes ten-thousands apart: 1조 2,000억. */
function writeKorean(value: Rational): string {
  if (value.bottom !== 1n || value.top < 10_000n) return writePlain(value, 'ko')
  let rest = value.top
  const groups: string[] = []
  for (const [scale, written] of scales.ko) {
    if (rest >= scale) groups.push(`${group(String(rest / scale), ',')}${written}`)
    rest %= scale
  }
  if (rest > 0n) groups.push(group(String(rest), ','))
  return groups.join(' ')
}

function writePlain(value: Rational, language: NumberLanguage): string {
  const decimals = decimalsOf(value)
  if (decimals > 20) return `${value.top}/${value.bottom}`
  const [mark, point] = language === 'vi' ? ['.', ','] : [',', '.']
  const digits = String((value.top * 10n ** BigInt(decimals)) / value.bottom).padStart(decimals + 1, '0')
  const whole = group(digits.slice(0, digits.length - decimals), mark)
  return decimals === 0 ? whole : `${whole}${point}${digits.slice(-decimals)}`
}

function group(digits: string, mark: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, mark)
}

/** Decimals needed to write a value exactly; beyond 20 it is written as a fraction. */
function decimalsOf(value: Rational): number {
  for (let decimals = 0; decimals <= 20; decimals += 1) {
    if ((value.top * 10n ** BigInt(decimals)) % value.bottom === 0n) return decimals
  }
  return 21
}

function writeUnit(unit: string | undefined, language: NumberLanguage): string {
  if (unit === undefined) return ''
  return units[unit]?.[language] ?? (unit === '%' || unit === '‰' ? unit : ` ${unit}`)
}

function writeDate(
  { year, month = 1, day }: Extract<Reading, { kind: 'date' }>,
  language: NumberLanguage,
): string {
  switch (language) {
    case 'vi':
      return [day ? [day, month] : [`tháng ${month}`], year ? [year] : []].flat().join('/')
    case 'zh':
      return `${year ? `${year}年` : ''}${month}月${day ? `${day}日` : ''}`
    case 'ko':
      return [year ? [`${year}년`] : [], `${month}월`, day ? [`${day}일`] : []].flat().join(' ')
    default:
      return `${months[month - 1] ?? ''}${day ? ` ${day}` : ''}${year ? `${day ? ',' : ''} ${year}` : ''}`
  }
}

function writeQuarter(quarter: number, year: number | undefined, language: NumberLanguage): string {
  switch (language) {
    case 'vi':
      return `quý ${['I', 'II', 'III', 'IV'][quarter - 1] ?? quarter}${year ? `/${year}` : ''}`
    case 'zh':
      return `${year ? `${year}年` : ''}第${'一二三四'[quarter - 1] ?? quarter}季度`
    case 'ko':
      return `${year ? `${year}년 ` : ''}${quarter}분기`
    default:
      return `Q${quarter}${year ? ` ${year}` : ''}`
  }
}

function writeTime(hour: number, minute: number, language: NumberLanguage): string {
  const padded = String(minute).padStart(2, '0')
  const half = `${hour % 12 === 0 ? 12 : hour % 12}`
  switch (language) {
    case 'vi':
      return minute === 0 ? `${hour} giờ` : `${hour}h${padded}`
    case 'zh':
      return `${hour < 12 ? '上午' : '下午'}${half}点${minute === 0 ? '' : `${minute}分`}`
    case 'ko':
      return `${hour < 12 ? '오전' : '오후'} ${half}시${minute === 0 ? '' : ` ${minute}분`}`
    default:
      return `${half}:${padded} ${hour < 12 ? 'am' : 'pm'}`
  }
}
