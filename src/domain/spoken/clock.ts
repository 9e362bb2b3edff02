import { integerWords } from './number-words.ts'
import { oneOf, type Reading, type SpokenRule, said } from './reading.ts'

function timeWords(hour: string, minute: string, second = ''): string {
  const minutes = minute === '' || (minute === '00' && second === '') ? '' : ` ${sixtieths(minute)} phút`
  return `${integerWords(hour)} giờ${minutes}${second === '' ? '' : ` ${sixtieths(second)} giây`}`
}

/** 14:02 is said "không hai". */
function sixtieths(digits: string): string {
  return /^0[1-9]$/.test(digits) ? `không ${integerWords(digits)}` : integerWords(digits)
}

function isTime(hour: string, minute: string, second: string): boolean {
  return Number(hour) <= 24 && Number(minute || '0') <= 59 && Number(second || '0') <= 59
}

function readTime(part: (name: string) => string): Reading | undefined {
  return isTime(part('h'), part('n'), part('s'))
    ? said(timeWords(part('h'), part('n'), part('s')))
    : undefined
}

/** 14h30, 7h, 7g15, "6 giờ 05", 14:02, 14:02:30; a ratio such as 1:500. */
export const clockRules: readonly SpokenRule[] = [
  {
    shape: /(?<h>\d{1,2})(?:\s?[hg]|\sgiờ\s)(?<n>\d{2})(?<s>)(?:\s?(?:phút|ph|p|'|’))?(?![\p{L}\d.,/])/iuy,
    read: readTime,
  },
  { shape: /(?<h>\d{1,3})\s?h(?![\p{L}\d/])/iuy, read: (part) => said(`${integerWords(part('h'))} giờ`) },
  { shape: /(?<h>\d{1,2}):(?<n>\d{2})(?::(?<s>\d{2}))?(?![\d:])/uy, read: readTime },
  {
    shape: /(?<a>\d{1,6}):(?<b>\d{1,9})(?![\d:])/uy,
    read: (part) => {
      const [first, second] = [integerWords(part('a')), integerWords(part('b'))]
      return oneOf([`${first} trên ${second}`, `${first} chia ${second}`])
    },
  },
]
