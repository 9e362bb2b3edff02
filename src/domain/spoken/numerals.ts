import { decimalWords, digitWords, integerWords } from './number-words.ts'

/** Digits with separators inside; no-break and thin spaces group as well. */
export const numeralPattern = '\\d+(?:[.,\\u00a0\\u202f]\\d+)*'

const grouped = /^[1-9]\d{0,2}(?:[.\u00a0\u202f]\d{3})+(?:,(\d+))?$/
const foreignGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.(\d+))?$/
/** 10^15 has sixteen digits: what is longer is a code that nobody says as a number. */
const longestNumber = 16
const longUngrouped = 7

/**
 * All ways to say a written number, the likeliest first: Vietnamese groups by points and has a decimal comma.
 * Several where the separators fit both customs ("1,250") or neither ("3.5").
 */
export function numeralReadings(token: string): readonly string[] {
  if (/^\d+$/.test(token)) return plainReadings(token)
  const own = grouped.exec(token)
  if (own) return [decimal(token.replace(/,.*$/, '').replace(/\D/g, ''), own[1])]
  const comma = /^(\d+),(\d+)$/.exec(token)
  const foreign = foreignGrouped.exec(token)
  const english = foreign ? [decimal(token.replace(/\..*$/, '').replace(/\D/g, ''), foreign[1])] : []
  if (comma) return [decimal(comma[1] ?? '', comma[2]), ...english]
  if (foreign) return english
  const point = /^(\d+)\.(\d+)$/.exec(token)
  if (point) return [decimal(point[1] ?? '', point[2]), joined(token)]
  return [joined(token)]
}

function plainReadings(digits: string): readonly string[] {
  if (digits.length > longestNumber) return [digitWords(digits)]
  if (/^0\d/.test(digits)) {
    const zeros = digitWords(digits)
    return digits.length > 3 ? [zeros] : [integerWords(digits), zeros]
  }
  return digits.length >= longUngrouped ? [integerWords(digits), digitWords(digits)] : [integerWords(digits)]
}

function decimal(whole: string, decimals: string | undefined): string {
  const said = whole.length > longestNumber ? digitWords(whole) : integerWords(whole)
  return decimals === undefined ? said : `${said} phẩy ${decimalWords(decimals)}`
}

/** Number by number with the separators said: 2.1.3, or a list 1,2,3. */
function joined(token: string): string {
  return token
    .split(/([.,\u00a0\u202f])/)
    .map((part) => {
      if (part === '.') return ' chấm '
      if (part === ',') return ', '
      return /^\d/.test(part) ? (plainReadings(part).at(-1) ?? '') : ' '
    })
    .join('')
    .replace(/ {2,}/g, ' ')
}

/** The value of ASCII digits, for comparing two ends of a range. */
export function wholeValue(digits: string): number | undefined {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}
