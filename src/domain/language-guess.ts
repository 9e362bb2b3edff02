import { hasVietnameseLetters, isVietnameseSyllable } from './vietnamese-syllable.ts'

const hangul = /\p{Script=Hangul}/gu
const han = /\p{Script=Han}/gu
const latin = /\p{Script=Latin}/gu

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}

/** Vietnamese typed without marks looks like syllables; English mostly does not. */
function looksVietnamese(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? []
  const marked = words.filter(hasVietnameseLetters).length
  if (marked >= 3 || marked / Math.max(words.length, 1) > 0.1) return true
  const syllables = words.filter(isVietnameseSyllable).length
  return words.length >= 5 && syllables / words.length > 0.85
}

/** The language of a text by its script and marks: `vi`, `en`, `zh` or `ko`; a text without letters is `vi`. */
export function guessLanguage(text: string): 'vi' | 'en' | 'zh' | 'ko' {
  const sample = text.slice(0, 20_000).normalize('NFC')
  const counts = { ko: countOf(hangul, sample), zh: countOf(han, sample), latin: countOf(latin, sample) }
  // A syllable block or a Han character weighs about two Latin letters.
  if (counts.ko * 2 > counts.latin && counts.ko * 2 >= counts.zh) return 'ko'
  if (counts.zh * 2 > counts.latin) return 'zh'
  return counts.latin === 0 || looksVietnamese(sample) ? 'vi' : 'en'
}
