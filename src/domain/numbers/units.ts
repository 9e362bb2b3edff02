import type { NumberLanguage } from './mention.ts'
import { multiply, type Rational, rational } from './rational.ts'

/** How a unit is written behind a number, by language; `any` in all of them. */
type UnitForms = Readonly<Partial<Record<NumberLanguage | 'any', readonly string[]>>>

const forms: Readonly<Record<string, UnitForms>> = {
  '%': { any: ['%', '％'], vi: ['phần trăm'], en: ['percent', 'per cent', 'pct'], ko: ['퍼센트'] },
  pp: {
    any: ['%p'],
    vi: ['điểm phần trăm', 'điểm %'],
    en: ['percentage points', 'percentage point'],
    zh: ['个百分点'],
    ko: ['%포인트', '퍼센트포인트'],
  },
  '‰': { any: ['‰'], vi: ['phần nghìn'], en: ['per mille'], ko: ['퍼밀'] },
  VND: {
    any: ['VND', 'VNĐ', '₫'],
    vi: ['đồng', 'đ'],
    en: ['Vietnamese dong', 'dong', 'đồng'],
    zh: ['越南盾', '越盾', '盾'],
    ko: ['베트남 동', '베트남동', '동'],
  },
  USD: {
    any: ['USD', 'US$'],
    vi: ['đô la Mỹ', 'đô-la Mỹ', 'đô la', 'đô-la'],
    en: ['US dollars', 'U.S. dollars', 'dollars', 'dollar'],
    zh: ['美元', '美金'],
    ko: ['미국 달러', '미 달러', '달러'],
  },
  EUR: { any: ['EUR', '€'], vi: ['ơ-rô', 'euro'], en: ['euros', 'euro'], zh: ['欧元'], ko: ['유로'] },
  CNY: {
    any: ['CNY', 'RMB'],
    vi: ['nhân dân tệ', 'NDT', 'tệ'],
    en: ['yuan', 'renminbi'],
    zh: ['人民币', '元'],
    ko: ['위안'],
  },
  KRW: { any: ['KRW', '₩'], vi: ['won'], en: ['Korean won', 'won'], zh: ['韩元', '韩币'], ko: ['원'] },
  JPY: { any: ['JPY'], vi: ['yên'], en: ['yen'], zh: ['日元'], ko: ['엔'] },
  ha: {
    any: ['ha'],
    vi: ['héc-ta', 'héc ta', 'hecta', 'hécta'],
    en: ['hectares', 'hectare'],
    zh: ['公顷'],
    ko: ['헥타르'],
  },
  km2: {
    any: ['km2', 'km²', '㎢'],
    vi: ['ki-lô-mét vuông', 'cây số vuông'],
    en: ['square kilometres', 'square kilometers', 'sq km', 'sq. km'],
    zh: ['平方公里', '平方千米'],
    ko: ['제곱킬로미터', '평방킬로미터'],
  },
  m2: {
    any: ['m2', 'm²', '㎡'],
    vi: ['mét vuông'],
    en: ['square metres', 'square meters', 'sq m', 'sq. m', 'sqm'],
    zh: ['平方米'],
    ko: ['제곱미터', '평방미터'],
  },
  m3: {
    any: ['m3', 'm³', '㎥'],
    vi: ['mét khối', 'khối'],
    en: ['cubic metres', 'cubic meters', 'cu m'],
    zh: ['立方米'],
    ko: ['세제곱미터', '입방미터'],
  },
  km: {
    any: ['km', '㎞'],
    vi: ['ki-lô-mét', 'kilômét', 'cây số'],
    en: ['kilometres', 'kilometers', 'kilometre', 'kilometer'],
    zh: ['公里', '千米'],
    ko: ['킬로미터'],
  },
  m: { any: ['m'], vi: ['mét'], en: ['metres', 'meters', 'metre', 'meter'], zh: ['米'], ko: ['미터'] },
  cm: {
    any: ['cm'],
    vi: ['xăng-ti-mét'],
    en: ['centimetres', 'centimeters'],
    zh: ['厘米'],
    ko: ['센티미터'],
  },
  mm: { any: ['mm'], vi: ['mi-li-mét'], en: ['millimetres', 'millimeters'], zh: ['毫米'], ko: ['밀리미터'] },
  kg: {
    any: ['kg'],
    vi: ['ki-lô-gam', 'kilôgam', 'cân', 'ký'],
    en: ['kilograms', 'kilograms', 'kilos', 'kilogram'],
    zh: ['公斤', '千克'],
    ko: ['킬로그램', '킬로'],
  },
  g: { any: ['g'], vi: ['gam', 'gram'], en: ['grams', 'gram'], zh: ['克'], ko: ['그램'] },
  t: { vi: ['tấn'], en: ['metric tons', 'tonnes', 'tons', 'tonne', 'ton'], zh: ['吨'], ko: ['톤'] },
  quintal: { vi: ['tạ'], en: ['quintals', 'quintal'], zh: ['公担'] },
  l: { vi: ['lít'], en: ['litres', 'liters', 'litre', 'liter'], zh: ['升'], ko: ['리터'] },
  '°C': { any: ['°C', '℃', 'ºC', 'oC'], vi: ['độ C'], en: ['degrees Celsius'], zh: ['摄氏度'], ko: ['도'] },
  MW: { any: ['MW'], vi: ['mê-ga-oát'], en: ['megawatts'], zh: ['兆瓦'], ko: ['메가와트'] },
  kWh: { any: ['kWh'], en: ['kilowatt-hours', 'kilowatt hours'], zh: ['千瓦时', '度电'], ko: ['킬로와트시'] },
}

/** Exact sizes in a base unit, so that 1.5 t is 1,500 kg. */
const sizes: Readonly<Record<string, readonly [base: string, size: Rational]>> = {
  km2: ['m2', rational(1_000_000n)],
  ha: ['m2', rational(10_000n)],
  km: ['m', rational(1_000n)],
  cm: ['m', rational(1n, 100n)],
  mm: ['m', rational(1n, 1_000n)],
  t: ['kg', rational(1_000n)],
  quintal: ['kg', rational(100n)],
  g: ['kg', rational(1n, 1_000n)],
}

/** A value in the base unit of its dimension. */
export function inBaseUnit(value: Rational, unit: string): Readonly<{ value: Rational; unit: string }> {
  const size = sizes[unit]
  return size ? { value: multiply(value, size[1]), unit: size[0] } : { value, unit }
}

type UnitTable = Readonly<{ codes: ReadonlyMap<string, string>; shape: RegExp }>

const tables = {
  vi: buildTable('vi'),
  en: buildTable('en'),
  zh: buildTable('zh'),
  ko: buildTable('ko'),
  other: buildTable('other'),
} satisfies Record<NumberLanguage, UnitTable>

function buildTable(language: NumberLanguage): UnitTable {
  const codes = new Map<string, string>()
  for (const [code, written] of Object.entries(forms)) {
    for (const form of [...(written.any ?? []), ...(written[language] ?? [])])
      codes.set(form.toLowerCase(), code)
  }
  const longestFirst = [...codes.keys()].sort((a, b) => b.length - a.length)
  const escaped = longestFirst.map((form) => form.replace(/[.$*+?^(){}|[\]\\]/g, '\\$&'))
  const latinEnd = '(?<=[\\p{Script=Latin}\\d])(?![A-Za-z\\u00c0-\\u1eff\\d])|(?<![\\p{Script=Latin}\\d])'
  return { codes, shape: new RegExp(`[\\s\\u00a0-]?(${escaped.join('|')})(?:${latinEnd})`, 'yiu') }
}

const before: readonly (readonly [RegExp, string])[] = [
  [/(?:US\$|USD|\$)\s?$/u, 'USD'],
  [/(?:VND|VNĐ|₫)\s?$/u, 'VND'],
  [/(?:EUR|€)\s?$/u, 'EUR'],
  [/(?:CNY|RMB|人民币)\s?$/u, 'CNY'],
  [/(?:KRW|₩)\s?$/u, 'KRW'],
  [/(?:JPY)\s?$/u, 'JPY'],
  [/百分之$/u, '%'],
  [/千分之$/u, '‰'],
]

export type UnitFound = Readonly<{ unit: string; start: number; end: number }>

/** The unit written behind or before the number that stands from `start` to `end`. */
export function findUnit(
  text: string,
  start: number,
  end: number,
  language: NumberLanguage,
): UnitFound | undefined {
  const { shape, codes } = tables[language]
  shape.lastIndex = end
  const behind = shape.exec(text)
  const code = behind ? codes.get((behind[1] ?? '').toLowerCase()) : undefined
  if (behind && code) return { unit: code, start, end: end + behind[0].length }
  const head = text.slice(Math.max(0, start - 5), start)
  const found = before.find(([sign]) => sign.test(head))
  if (!found) return undefined
  return { unit: found[1], start: start - (found[0].exec(head)?.[0].length ?? 0), end }
}
