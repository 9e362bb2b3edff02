import { plainNumber } from './date-readings.ts'
import type { NumberLanguage, Reading } from './mention.ts'
import { rational } from './rational.ts'
import type { Pattern } from './scan.ts'

const halfOf: Reading = { kind: 'number', value: rational(1n, 2n) }

function weak(shape: RegExp, ...readings: readonly Reading[]): Pattern {
  return { shape, read: () => readings, weak: true }
}

/** "thập niên 90", "the 1990s", 90年代: a decade with or without its century. */
function decade(part: (name: string) => string): readonly Reading[] {
  const years = Number(part('n'))
  if (years >= 100) return [plainNumber(years), plainNumber(years % 100)]
  return years % 10 === 0 ? [plainNumber(years), plainNumber(1900 + years), plainNumber(2000 + years)] : []
}

const firstSixMonths = [plainNumber(6), plainNumber(1), halfOf]
const firstNineMonths = [plainNumber(9), plainNumber(3)]

/** Turns of phrase that hold a number another language writes differently, and some that hold none. */
export const phrasePatterns: Readonly<Record<NumberLanguage, readonly Pattern[]>> = {
  vi: [
    weak(/(?<![\p{L}])(?:số|bằng) không(?![\p{L}])/giu, plainNumber(0)),
    { shape: /(?<![\p{L}])(?:thập niên|thập kỷ|những năm)\s(?<n>\d{2,4})(?![\d./-])/giu, read: decade },
    weak(/(?<![\p{L}])(?:một nửa|nửa đầu|nửa cuối|nửa)(?![\p{L}])/giu, halfOf, plainNumber(6)),
    { shape: /(?<n>\d+)(?= tháng đầu năm)/gu, read: (part) => firstMonths(part('n')) },
  ],
  en: [
    { shape: /(?<![\p{L}\d])['’]?(?<n>\d{2}|\d{4})['’]?s(?![\p{L}\d])/gu, read: decade },
    weak(/(?<![\p{L}])first half(?![\p{L}])/giu, ...firstSixMonths),
    weak(/(?<![\p{L}]|and a )(?:half|halved)(?![\p{L}])/giu, halfOf),
    weak(
      /(?<![\p{L}])(?:first )?three quarters(?![\p{L}])/giu,
      { kind: 'number', value: rational(3n, 4n) },
      ...firstNineMonths,
    ),
    weak(/(?<![\p{L}])(?:a|one)[ -]quarter(?![\p{L}])/giu, { kind: 'number', value: rational(1n, 4n) }),
    weak(/(?<![\p{L}])(?:a|one)[ -]third(?![\p{L}])/giu, { kind: 'number', value: rational(1n, 3n) }),
    weak(/(?<![\p{L}])two[ -]thirds(?![\p{L}])/giu, { kind: 'number', value: rational(2n, 3n) }),
  ],
  zh: [
    { shape: /(?:(?:上|20|二十)世纪)?(?<n>\d{2,4})年代/gu, read: decade },
    weak(/(?:今年|全年)?上半年/gu, ...firstSixMonths),
    weak(/前三季度|前三个季度/gu, ...firstNineMonths),
    weak(/一半|半数/gu, halfOf),
    { shape: /十几|几十|数十|好几|三五[成天个]/gu, read: () => [] },
  ],
  ko: [
    { shape: /(?<!\d)(?<n>\d{2,4})년대/gu, read: decade },
    weak(/상반기/gu, ...firstSixMonths),
    weak(/절반/gu, halfOf),
  ],
  other: [],
}

function firstMonths(months: string): readonly Reading[] {
  if (months === '6') return firstSixMonths
  return months === '9' ? firstNineMonths : [plainNumber(months)]
}
