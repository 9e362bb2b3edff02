import { unifyTonePlacement } from '../folding.ts'

/** How a script is cut for matching: what one letter says differs. */
export type Script = 'spaced' | 'han' | 'hangul'

/** The way texts of a language (BCP 47) are compared: words for most, characters for Chinese and Japanese. */
export function scriptOf(language: string): Script {
  const primary = language.split('-')[0]?.toLowerCase()
  if (primary === 'zh' || primary === 'ja' || primary === 'yue') return 'han'
  return primary === 'ko' ? 'hangul' : 'spaced'
}

const invisible = /[\p{Cf}\u00ad]/gu
const space = /\s+/gu
const marks: Readonly<Record<string, string>> = {
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
}
const mark = `[${Object.keys(marks).join('')}]`
/** Numbers, marks to make plain, and spaces that are not one space. */
const exchanged = (digit: string) =>
  `${digit}+(?:[.,:/\\-\\u2013\\u2014]${digit}+)*|${mark}|[^\\S ]\\s*| \\s+`
const inLatin = new RegExp(exchanged('[0-9]'), 'gu')
const inAny = new RegExp(exchanged('\\p{Nd}'), 'gu')
/** Most texts: no sign of these is invisible and no digit but 0 to 9, and patterns without classes are far quicker. */
const latin = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u1ea0-\u1eff\u2013\u2014\u2018-\u201d\u2026]*$/

/**
 * A sentence as matching sees it: NFC, one tone placement (LANG1), lower case, single spaces, plain quotes and
 * dashes, and every number one placeable `0`, so that last year's figures still find this year's sentence. Never
 * shown.
 */
export function matchKey(text: string): string {
  const unified = unifyTonePlacement(text.normalize('NFC'))
  if (latin.test(unified)) return unified.toLowerCase().replace(inLatin, exchange).trim()
  return unified.replace(invisible, '').toLowerCase().replace(inAny, exchange).trim()
}

function exchange(found: string): string {
  return marks[found] ?? (found.trim() === '' ? ' ' : '0')
}

/** What must agree for a match of 100 %: the text itself, but for its Unicode form, tone placement and spaces. */
export function exactKey(text: string): string {
  return unifyTonePlacement(text.normalize('NFC')).replace(invisible, '').replace(space, ' ').trim()
}
