import documents from '#resources/spoken/documents.json' with { type: 'json' }
import hotlines from '#resources/spoken/hotlines.json' with { type: 'json' }
import { phonePatterns } from '../numbers/codes.ts'
import { readRoman } from '../numbers/roman.ts'
import { roadNames } from './abbreviations.ts'
import { yearWords } from './calendar.ts'
import { spellOut } from './letters.ts'
import { digitWords, integerWords } from './number-words.ts'
import { after, before, oneOf, type Place, type Reading, type SpokenRule, said } from './reading.ts'

const kinds: Readonly<Record<string, string>> = documents.kinds
const issuers: Readonly<Record<string, string>> = documents.issuers

/** 12/2026/NĐ-CP: number and year, then what and whose it is; the kind is not said twice. */
function readDocument(part: (name: string) => string, place: Place): Reading {
  const number = /\D/.test(part('n')) ? spellOut(part('n')) : integerWords(part('n'))
  const [head = '', ...rest] = part('c').split(/[-–/]/)
  const kind = kinds[head]
  const told = kind !== undefined && new RegExp(`${kind}\\s(?:liên tịch\\s)?(?:số\\s)?$`).test(before(place))
  const whose = (kind === undefined ? [head, ...rest] : rest).map(issuerWords).join(', ')
  const of = whose === '' ? '' : ` của ${whose}`
  const year = part('y') === '' ? '' : ` ${yearWords(part('y'))}`
  if (kind === undefined) return said(`${number}${year}, ${whose}`)
  return said(told ? `${number}${year}${of}` : `${number}${year}, ${kind}${of}`)
}

function issuerWords(code: string): string {
  const parliament = /^(UBTV)?QH(\d+)$/.exec(code)
  if (parliament) {
    const name = parliament[1] ? 'Ủy ban Thường vụ Quốc hội' : 'Quốc hội'
    return `${name} khóa ${integerWords(parliament[2] ?? '')}`
  }
  return issuers[code] ?? kinds[code] ?? spellOut(code)
}

function readPhone(part: (name: string) => string): Reading | undefined {
  const groups = part('p').match(/\d+/g) ?? []
  if (groups.join('').length < 8) return undefined
  const first = part('p').includes('+') ? 'cộng ' : ''
  return said(`${first}${groups.map(digitWords).join(', ')}`)
}

/** Words before a Roman numeral that leave no doubt of it. */
const romanHead =
  /(?:thế kỷ|khóa|khoá|chương|phần|lần|kỳ|kì|tập|quân khu|quân đoàn|hạng|nhóm|loại|vùng|mục|giai đoạn|cấp|thế giới|phụ lục|đại hội|bậc|học kỳ|đợt|tổ)(?: thứ)?\s$/
const ordinalBefore = /thứ\s$/

function readRomanNumeral(part: (name: string) => string, place: Place): Reading | undefined {
  const value = readRoman(part('r').normalize('NFKC'))
  if (value === undefined) return undefined
  const words = ordinalBefore.test(before(place)) ? ordinalWords(value) : integerWords(String(value))
  if (romanHead.test(before(place)) || ordinalBefore.test(before(place))) return said(words)
  if (/(?:^|\n)$/.test(place.text.slice(0, place.start)) && /^[.)]/.test(after(place))) return said(words)
  return part('r').length > 1 ? oneOf([words, spellOut(part('r'))]) : undefined
}

/** "thứ nhất", "thứ tư"; the others as they count. */
export function ordinalWords(value: number): string {
  if (value === 1) return 'nhất'
  return value === 4 ? 'tư' : integerWords(String(value))
}

/** Telephone numbers, numbers of documents and roads, Roman numerals, ordinals and codes. */
export const officialRules: readonly SpokenRule[] = [
  ...phonePatterns.map(({ shape }) => ({ shape: new RegExp(shape.source, 'uy'), read: readPhone })),
  {
    shape: new RegExp(
      `(?<=(?:gọi|số|máy|nóng|tổng đài|hotline|qua|đến)\\s)(?<n>${hotlines.numbers.join('|')})(?![\\d.,/-]\\d|\\d)`,
      'iuy',
    ),
    read: (part) => said(digitWords(part('n'))),
  },
  {
    shape:
      /(?<n>\d+[a-z]?)(?:\/(?<y>\d{4}))?[-–/](?<c>[A-ZĐ][\p{L}\d]*(?:[-–/][A-ZĐ][\p{L}\d]*)*)(?![\p{L}\d])/uy,
    read: readDocument,
  },
  {
    shape: new RegExp(
      `(?<l>${Object.keys(roadNames).join('|')})[.\\s-]?(?<n>\\d{1,4})(?<s>[A-Z]?)(?![\\p{L}\\d])`,
      'uy',
    ),
    read: (part) =>
      said([roadNames[part('l')] ?? '', integerWords(part('n')), spellOut(part('s'))].join(' ').trim()),
  },
  { shape: /(?<r>[IVXLCM]+|[\u2160-\u217f]+)(?![\p{L}\p{M}\d])/uy, read: readRomanNumeral },
  {
    shape: /(?<=thứ\s)(?<n>\d{1,3})(?![\d./,-]\d|\d)/iuy,
    read: (part) => said(ordinalWords(Number(part('n')))),
  },
  {
    shape: /(?<c>(?:[A-ZĐ]\p{Lu}*[.-]?\d+|\d+[A-ZĐ]+\d*)(?:[-./]?[A-ZĐ\d]+)*)(?![\p{L}\p{M}])/uy,
    read: (part) => said(spellOut(part('c'))),
  },
]
