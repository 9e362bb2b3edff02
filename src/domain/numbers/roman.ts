import { plainNumber } from './date-readings.ts'
import type { NumberLanguage } from './mention.ts'
import { cued, type Pattern } from './scan.ts'

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }
const wellFormed = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/** The value of a Roman numeral, or nothing when it is none. */
export function readRoman(text: string): number | undefined {
  if (text === '' || !wellFormed.test(text)) return undefined
  const digits = Array.from(text, (letter) => values[letter] ?? 0)
  return digits.reduce((sum, value, at) => (value < (digits[at + 1] ?? 0) ? sum - value : sum + value), 0)
}

/** Words before a Roman numeral that leave no doubt of it; without one, only two letters and more count, weakly. */
const heads: Readonly<Record<NumberLanguage, string>> = {
  vi: 'thế kỷ(?: thứ)?|đại hội(?: đảng)?(?: lần thứ)?|khóa|khoá|chương|phần|lần thứ|kỳ|tập|quân khu|hạng|nhóm|loại|vùng|mục|thứ|giai đoạn|cấp|chiến tranh thế giới',
  en: 'chapter|part|volume|section|phase|zone|world war|annex|article|title|grade|class|quarter|group|century|congress|region|term|tenure',
  zh: '第',
  ko: '제\\s?',
  other: 'chapter|part',
}

export function romanPatterns(language: NumberLanguage): readonly Pattern[] {
  return patterns[language]
}

const romanDigits = /[IVXLCM](?![a-z])/

const patterns = {
  vi: build('vi'),
  en: build('en'),
  zh: build('zh'),
  ko: build('ko'),
  other: build('other'),
} satisfies Record<NumberLanguage, readonly Pattern[]>

function build(language: NumberLanguage): readonly Pattern[] {
  const before =
    language === 'zh' || language === 'ko' ? heads[language] : `(?<![\\p{L}])(?:${heads[language]})\\s`
  const read: Pattern['read'] = (part) => {
    const value = readRoman(part('r').toUpperCase())
    return value === undefined ? [] : [plainNumber(value)]
  }
  return cued(
    [
      {
        shape: new RegExp(`(?<=${before})(?<r>[IVXLCM]+)(?:th|st|nd|rd)?(?![\\p{L}\\d])`, 'giu'),
        read: capitalOnly(read),
      },
      { shape: /(?<![\p{L}\d.])(?<r>[IVX]{2,})(?:th|st|nd|rd)?(?![A-Za-z\u00c0-\u1eff\d])/gu, read },
    ],
    romanDigits,
  )
}

function capitalOnly(read: Pattern['read']): Pattern['read'] {
  return (part) => (part('r') === part('r').toUpperCase() ? read(part) : [])
}
