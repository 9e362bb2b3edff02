import { type NumberPart, scalePart, valuePart } from './amount.ts'
import { digitParts, digitsPattern } from './digits.ts'
import { assembleNumerals, type Numeral, type NumeralPart } from './numeral.ts'

const cardinals =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const tenths = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
const scales: Readonly<Record<string, bigint>> = {
  dozen: 12n,
  hundred: 100n,
  hundredth: 100n,
  thousand: 1_000n,
  thousandth: 1_000n,
  k: 1_000n,
  million: 1_000_000n,
  mn: 1_000_000n,
  mln: 1_000_000n,
  billion: 1_000_000_000n,
  bn: 1_000_000_000n,
  bln: 1_000_000_000n,
  trillion: 1_000_000_000_000n,
  trn: 1_000_000_000_000n,
}

const words = new Map<string, NumberPart>([
  ...listed(cardinals, (at) => valuePart(at)),
  ...listed(ordinals, (at) => valuePart(at)),
  ...listed(tens, (at) => valuePart((at + 2) * 10, 10)),
  ...listed(tenths, (at) => valuePart((at + 2) * 10, 10)),
  ...Object.entries(scales).map(([word, scale]) => [word, scalePart(scale)] as const),
])

function listed(names: string, part: (at: number) => NumberPart): readonly (readonly [string, NumberPart])[] {
  return names.split(' ').map((name, at) => [name, part(at)])
}

const token = new RegExp(`and a half|${digitsPattern}(?:st|nd|rd|th)?|[A-Za-z]+`, 'giu')
const rules = {
  gap: /^(?:[\s\u00a0]*|-|[\s\u00a0]+and[\s\u00a0]+)$/iu,
  implicitOne: false,
  digitsNeedScale: true,
}

/** Numbers in English digits and words: "1.2 trillion", "twenty-five", "two and a half million", "14th". */
export function findEnglishNumerals(text: string): readonly Numeral[] {
  const tokens = [...text.matchAll(token)]
  const parts = tokens.flatMap((match, at) => englishParts(match[0], match.index, tokens[at + 1]?.[0] ?? ''))
  return assembleNumerals(text, parts, rules)
}

function englishParts(word: string, start: number, next: string): readonly NumeralPart[] {
  const place = { start, end: start + word.length, digits: false }
  if (/^\d/.test(word)) {
    const digits = word.replace(/\D+$/, '')
    return digitParts(digits, start, 'en').map((part) =>
      part.end === start + digits.length ? { ...part, end: place.end } : part,
    )
  }
  const name = word.toLowerCase()
  if (name === 'and a half') return [{ kind: 'half', ...place }]
  if (name === 'a' || name === 'an')
    return next.toLowerCase() in scales ? [{ ...valuePart(1), ...place }] : []
  const part = words.get(name)
  return part ? [{ ...part, ...place }] : []
}
