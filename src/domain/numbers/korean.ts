import { scalePart, valuePart } from './amount.ts'
import { digitParts, digitsPattern } from './digits.ts'
import { assembleNumerals, type Numeral, type NumeralPart } from './numeral.ts'

const scales: Readonly<Record<string, bigint>> = {
  십: 10n,
  백: 100n,
  천: 1_000n,
  만: 10_000n,
  억: 100_000_000n,
  조: 1_000_000_000_000n,
}
const sino: Readonly<Record<string, number>> = {
  영: 0,
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  륙: 6,
  칠: 7,
  팔: 8,
  구: 9,
}
const nativeTens: Readonly<Record<string, number>> = {
  열: 10,
  스물: 20,
  스무: 20,
  서른: 30,
  마흔: 40,
  쉰: 50,
  예순: 60,
  일흔: 70,
  여든: 80,
  아흔: 90,
}
const nativeUnits: Readonly<Record<string, number>> = {
  하나: 1,
  한: 1,
  첫: 1,
  둘: 2,
  두: 2,
  셋: 3,
  세: 3,
  넷: 4,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
}

/** What is counted right behind a spelled number; without it a run of these syllables is some other word. */
const counters =
  '명|개|원|년|월|일|주년|주|차|번|회|세|살|달러|동|톤|킬로|미터|퍼센트|여|가지|곳|시|분|초|배|건|대|권|마리|그루|가구|헥타르|사람|학교|차례|째'
const sinoRun = `(?<![\\p{L}\\d])(?![만억조])[영일이삼사오육륙칠팔구십백천만억조]*[십백천만억조][영일이삼사오육륙칠팔구십백천만억조]*(?=${counters}|[^\\p{L}]|$)`
const nativeRun = `(?<![\\p{L}\\d])(?:(?:${Object.keys(nativeTens).join('|')})(?:${Object.keys(nativeUnits).join('|')})?|${Object.keys(nativeUnits).join('|')})(?=\\s?(?:${counters})|\\s\\p{L})`
const token = new RegExp(
  `(?<digits>${digitsPattern})|(?<=[\\d십백천만억조]여?)[십백천만억조]|(?<sino>${sinoRun})|(?<native>${nativeRun})`,
  'gu',
)
/** 130여만: a little more than that, the scale behind. */
const rules = { gap: /^여?\s?$/u, implicitOne: false, digitsNeedScale: false }

/** Numbers in Korean digits and words: 1조 2,000억, 3만5천, 이십오, 스물다섯. */
export function findKoreanNumerals(text: string): readonly Numeral[] {
  const numerals: Numeral[] = []
  const parts: NumeralPart[] = []
  for (const match of text.matchAll(token)) {
    const [characters] = match
    const start = match.index
    if (match.groups?.['digits']) parts.push(...digitParts(characters, start, 'ko'))
    else if (match.groups?.['sino'])
      numerals.push(...assembleNumerals(text, sinoParts(characters, start), sinoRules))
    else if (match.groups?.['native'])
      numerals.push(...assembleNumerals(text, nativeParts(characters, start), rules))
    else if (!isArticle(text, start)) parts.push(scaleAt(characters, start))
  }
  return [...numerals, ...assembleNumerals(text, parts, rules)]
}

const sinoRules = { ...rules, implicitOne: true }

/** 제3조 is "Article 3", not three trillion. */
function isArticle(text: string, at: number): boolean {
  return text[at] === '조' && /제\s?\d+$/u.test(text.slice(Math.max(0, at - 8), at))
}

function scaleAt(character: string, start: number): NumeralPart {
  return { ...scalePart(scales[character] ?? 1n), start, end: start + character.length, digits: false }
}

function sinoParts(characters: string, start: number): readonly NumeralPart[] {
  return Array.from(characters, (character, at) =>
    character in scales
      ? scaleAt(character, start + at)
      : { ...valuePart(sino[character] ?? 0), start: start + at, end: start + at + 1, digits: false },
  )
}

function nativeParts(characters: string, start: number): readonly NumeralPart[] {
  const ten = Object.keys(nativeTens).find((word) => characters.startsWith(word)) ?? ''
  const unit = characters.slice(ten.length)
  const middle = start + ten.length
  const parts: NumeralPart[] = []
  if (ten) parts.push({ ...valuePart(nativeTens[ten] ?? 0, 10), start, end: middle, digits: false })
  if (unit)
    parts.push({
      ...valuePart(nativeUnits[unit] ?? 0),
      start: middle,
      end: start + characters.length,
      digits: false,
    })
  return parts
}
