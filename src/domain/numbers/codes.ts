import type { Pattern } from './scan.ts'

const letters = 'A-ZĐ'
/** Chinese and Korean write on without a space: only Latin letters make one word with a code. */
const latin = 'A-Za-z\\u00c0-\\u1eff'
/** What stands before digits without making a code of them: currencies, "No.", months, units. */
const notCode = /^(?:VND|VNĐ|USD|EUR|CNY|RMB|KRW|JPY|GBP|US|No|Nos|Art|Số|Km|KM|Q)$/u
const unitLetters = /^(?:K|M|B|T|KM|HA|KG|MW|GW|KW|KV|MB|GB|TB|VND|VNĐ|USD|EUR|Đ|M2|M3|KWH)$/u

/** Numbers of documents, roads, groups and diseases: 12-NQ/TW, 1234/QĐ-UBND, QL3, ĐT.261, COVID-19, 5G. */
export const codePatterns: readonly Pattern[] = [
  {
    shape: new RegExp(
      `(?<![${latin}\\d.,])(?<n>\\d+[a-z]?(?:/\\d{4})?)[-–/](?<l>[${letters}]+g?\\d*(?:[-–/][${letters}]+g?\\d*)*)(?![${latin}\\d])`,
      'gu',
    ),
    read: (part) => (unitLetters.test(part('l')) ? [] : readCode(`${part('n')}-${part('l')}`)),
  },
  {
    shape: new RegExp(
      `(?<![${latin}\\d])(?<l>[A-ZĐ]\\p{Lu}*|[A-ZĐ][a-z]+(?=-))(?:[.-]?)(?<n>\\d+(?:[A-Z]+\\d*)?)(?![.,]?\\d|\\p{Ll})`,
      'gu',
    ),
    read: (part) => (notCode.test(part('l')) ? [] : readCode(`${part('l')}${part('n')}`)),
  },
  {
    shape: new RegExp(`(?<![${latin}\\d.,])(?<n>\\d+)(?<l>[A-Z]{1,2}\\d*)(?![${latin}\\d])`, 'gu'),
    read: (part) => (unitLetters.test(part('l')) ? [] : readCode(`${part('n')}${part('l')}`)),
  },
]

function readCode(text: string) {
  const code = text
    .toUpperCase()
    .replace(/Đ/g, 'D')
    .replace(/[.\-–/\s]/g, '')
  return [{ kind: 'code', code, numbers: text.match(/\d+/g) ?? [] } as const]
}

/** Telephone numbers of Vietnam: they begin with 0 or +84, and spaces do not matter. */
export const phonePatterns: readonly Pattern[] = [
  {
    shape:
      /(?<![A-Za-z\u00c0-\u1eff\d.,])(?<p>\(?\+84\)?[\s.-]?(?:\(0\)\s?)?\d{1,3}(?:[\s.-]?\d{3,4}){2,3}|\(?0\d{2,3}\)?(?:[\s.-]?\d{3,4}){2,3}|1[89]00[\s.-]?\d{4,6})(?!\d)/gu,
    read: (part) => {
      const digits = part('p')
        .replace(/\D/g, '')
        .replace(/^84(?:0)?/, '0')
      return digits.length < 8 ? [] : [{ kind: 'phone', digits }]
    },
  },
]
