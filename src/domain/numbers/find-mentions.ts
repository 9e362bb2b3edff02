import { findAddresses } from './addresses.ts'
import { findChineseNumerals } from './chinese.ts'
import { codePatterns, phonePatterns } from './codes.ts'
import { englishDates, englishLunar, englishTimes } from './dates-en.ts'
import { clockTimes, digitDates, monthFirstDates } from './dates-everywhere.ts'
import { koreanDates, koreanLunar, koreanTimes } from './dates-ko.ts'
import { vietnameseDates, vietnameseLunar, vietnameseTimes } from './dates-vi.ts'
import { chineseDates, chineseLunar, chineseTimes } from './dates-zh.ts'
import { findEnglishNumerals } from './english.ts'
import { findKoreanNumerals } from './korean.ts'
import type { Mention, NumberLanguage } from './mention.ts'
import type { Numeral } from './numeral.ts'
import { addNumerals } from './numeral-mentions.ts'
import { phrasePatterns } from './phrases.ts'
import { romanPatterns } from './roman.ts'
import { applyPatterns, beginScan, blotOut, cued, type Pattern } from './scan.ts'
import { findVietnameseNumerals } from './vietnamese.ts'

const datePatterns: Readonly<Record<NumberLanguage, readonly Pattern[]>> = {
  vi: [
    ...cued(vietnameseLunar, /âm lịch|m[ùồ]ng|rằm|giêng|chạp/i),
    ...cued(vietnameseDates, /tháng|thứ|quý|chủ nhật|\d-\d/i),
    ...cued(digitDates),
    ...cued(vietnameseTimes),
    ...cued(clockTimes),
  ],
  en: [
    ...cued(englishLunar, /lunar/i),
    ...englishDates,
    ...cued(monthFirstDates),
    ...cued(digitDates),
    ...englishTimes,
    ...cued(clockTimes),
  ],
  zh: [...chineseLunar, ...chineseDates, ...cued(digitDates), ...chineseTimes, ...cued(clockTimes)],
  ko: [...koreanLunar, ...koreanDates, ...cued(digitDates), ...koreanTimes, ...cued(clockTimes)],
  other: [...cued(digitDates), ...cued(clockTimes)],
}
const phones = cued(phonePatterns)
const codes = cued(codePatterns)

const numeralFinders: Readonly<Record<NumberLanguage, (text: string) => readonly Numeral[]>> = {
  vi: findVietnameseNumerals,
  en: findEnglishNumerals,
  zh: findChineseNumerals,
  ko: findKoreanNumerals,
  other: findEnglishNumerals,
}

/**
 * All numbers, dates, times, codes and telephone numbers of a text in NFC, in the order they stand. Addresses
 * and placeholders are passed over.
 */
export function findMentions(text: string, language: NumberLanguage): readonly Mention[] {
  const scan = beginScan(text)
  for (const { span } of findAddresses(text)) blotOut(scan, span.start, span.end)
  applyPatterns(scan, phones)
  applyPatterns(scan, phrasePatterns[language])
  applyPatterns(scan, datePatterns[language])
  applyPatterns(scan, codes)
  applyPatterns(scan, romanPatterns(language))
  addNumerals(scan, numeralFinders[language](scan.rest), language)
  return scan.mentions.sort((a, b) => a.span.start - b.span.start)
}
