import { type NumberPart, scalePart, sumParts, valuePart } from './amount.ts'
import { digitParts, digitsPattern } from './digits.ts'
import { assembleNumerals, type Numeral, type NumeralPart } from './numeral.ts'
import { fromDecimal } from './rational.ts'

const digitValues: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const scales: Readonly<Record<string, bigint>> = {
  十: 10n,
  百: 100n,
  千: 1_000n,
  万: 10_000n,
  萬: 10_000n,
  亿: 100_000_000n,
  億: 100_000_000n,
  兆: 1_000_000_000_000n,
}
const digitCharacters = Object.keys(digitValues).join('')
/** A run of characters that write a number; a day of a month begins with 初 or 廿 elsewhere. */
export const chineseNumeral = `[${digitCharacters}${Object.keys(scales).join('')}]`

const token = new RegExp(
  `${digitsPattern}|[${digitCharacters}]+(?:点[${digitCharacters}]+)?|[十百千万萬亿億兆]`,
  'gu',
)
/** 130多万, 三十余万: a little more than that, the scale behind. */
const rules = { gap: /^(?:\s?|[多余餘来])$/u, implicitOne: true, digitsNeedScale: false }
/** 几十, 数百, 上千: about so many, which is no number to compare. */
const vague = /[几数好成上若]$/u

/** What a scale multiplies; 千万 and 万一 with nothing before them are other words. */
const counted = /[\d〇零一二三四五六七八九两兩十百千万萬亿億][\s多余餘来]?$/u

/** Numbers in Chinese digits and characters: 1.2万亿, 二十五, 两万五千, 二〇二六. */
export function findChineseNumerals(text: string): readonly Numeral[] {
  const parts: NumeralPart[] = []
  for (const match of text.matchAll(token)) parts.push(...chineseParts(match[0], match.index, text))
  return assembleNumerals(text, parts, rules)
}

function chineseParts(characters: string, start: number, text: string): readonly NumeralPart[] {
  if (/^\d/.test(characters)) return digitParts(characters, start, 'zh')
  const scale = scales[characters]
  if (scale !== undefined) {
    const before = text.slice(Math.max(0, start - 2), start)
    const percent = text.startsWith('分之', start + 1) && !counted.test(before)
    const noNumber = percent || vague.test(before) || (characters !== '十' && !counted.test(before))
    return noNumber ? [] : [place(scalePart(scale), start, characters)]
  }
  const [whole = '', decimals] = characters.split('点').map(digitsOf)
  const part: NumberPart = { kind: 'value', value: fromDecimal(whole, decimals), scale: 1n }
  return [place(part, start, characters)]
}

function place(part: NumberPart, start: number, characters: string): NumeralPart {
  return { ...part, start, end: start + characters.length, digits: false }
}

function digitsOf(characters: string): string {
  return Array.from(characters, (character) => String(digitValues[character] ?? '')).join('')
}

/** A small number in digits or characters (十一, 24); NaN when it is none. */
export function readChineseCount(characters: string): number {
  if (/^\d+$/.test(characters)) return Number(characters)
  const parts = Array.from(characters.replace('廿', '二十').replace('初', ''), (character) => {
    const scale = scales[character]
    return scale === undefined ? valuePart(digitValues[character] ?? 0) : scalePart(scale)
  })
  const plain = /^[〇零一二三四五六七八九]{2,}$/u.test(characters)
  if (plain) return Number(digitsOf(characters))
  const sum = sumParts(parts, true)
  return sum ? Number(sum.top) : Number.NaN
}
