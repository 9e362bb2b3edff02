import { type NumberPart, scalePart, valuePart } from './amount.ts'
import { digitParts, digitsPattern } from './digits.ts'
import { assembleNumerals, type Numeral, type NumeralPart } from './numeral.ts'

const words: Readonly<Record<string, NumberPart>> = {
  một: valuePart(1),
  mốt: valuePart(1),
  hai: valuePart(2),
  ba: valuePart(3),
  bốn: valuePart(4),
  tư: valuePart(4),
  năm: valuePart(5),
  lăm: valuePart(5),
  nhăm: valuePart(5),
  sáu: valuePart(6),
  bảy: valuePart(7),
  bẩy: valuePart(7),
  tám: valuePart(8),
  chín: valuePart(9),
  mười: valuePart(10, 10),
  mươi: scalePart(10n),
  chục: scalePart(10n),
  tá: scalePart(12n),
  trăm: scalePart(100n),
  nghìn: scalePart(1_000n),
  ngàn: scalePart(1_000n),
  vạn: scalePart(10_000n),
  triệu: scalePart(1_000_000n),
  tr: scalePart(1_000_000n),
  tỷ: scalePart(1_000_000_000n),
  tỉ: scalePart(1_000_000_000n),
  rưỡi: { kind: 'half' },
  rưởi: { kind: 'half' },
}

const token = new RegExp(`${digitsPattern}|\\p{L}+`, 'gu')
/** Words that only stand inside a number: they add nothing themselves. */
const links = new Set(['linh', 'lẻ', 'không'])
/** "năm" is five only before these: elsewhere it is "year". */
const scalesAfterFive = new Set(['mươi', 'trăm', 'nghìn', 'ngàn', 'vạn', 'triệu', 'tỷ', 'tỉ'])
/** Where "tư" and "ba" count nothing. */
const notCounting = new Set(['đầu tư', 'vật tư', 'luật tư', 'riêng tư', 'tâm tư', 'ba mẹ'])
const rules = {
  gap: /^[\s\u00a0]*(?:(?:linh|lẻ|không trăm(?: linh| lẻ)?)\s+)?$/iu,
  implicitOne: false,
  digitsNeedScale: true,
}

/** Numbers in Vietnamese digits and words: "1,2 nghìn tỷ", "hai mươi lăm", "2 triệu rưỡi". */
export function findVietnameseNumerals(text: string): readonly Numeral[] {
  const tokens = [...text.matchAll(token)]
  const parts: NumeralPart[] = []
  for (const [at, match] of tokens.entries()) {
    const [word] = match
    const start = match.index
    if (/^\d/.test(word)) {
      parts.push(...digitParts(word, start, 'vi'))
      continue
    }
    const part = words[word.toLowerCase()]
    if (!part) continue
    if (isOtherWord(word.toLowerCase(), tokens[at - 1]?.[0], tokens[at + 1]?.[0])) continue
    parts.push({ ...part, start, end: start + word.length, digits: false })
  }
  return assembleNumerals(text, parts, rules)
}

/** "tỷ lệ", "tỷ giá": a ratio, no billion. */
const afterRatio = new Set(['lệ', 'giá', 'trọng', 'số', 'suất', 'phú', 'mỉ'])

function isOtherWord(word: string, before = '', after = ''): boolean {
  if (word === 'năm') return !scalesAfterFive.has(after.toLowerCase()) && !links.has(before.toLowerCase())
  if (word === 'trăm') return before.toLowerCase() === 'không'
  if (word === 'tỷ' || word === 'tỉ') return afterRatio.has(after.toLowerCase())
  if (word === 'tư' || word === 'ba') {
    return (
      notCounting.has(`${before.toLowerCase()} ${word}`) || notCounting.has(`${word} ${after.toLowerCase()}`)
    )
  }
  return false
}
