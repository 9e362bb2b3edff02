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
const number = /\p{Nd}+(?:[.,:/\-\u2013]\p{Nd}+)*/gu
const likeness: Readonly<Record<string, string>> = {
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
const alike = new RegExp(`[${Object.keys(likeness).join('')}]`, 'gu')

/**
 * A sentence as matching sees it: NFC, one tone placement (LANG1), lower case, single spaces, plain quotes and
 * dashes, and every number one placeable `0`, so that last year's figures still find this year's sentence. Never
 * shown.
 */
export function matchKey(text: string): string {
  return unifyTonePlacement(text.normalize('NFC'))
    .replace(invisible, '')
    .toLowerCase()
    .replace(alike, (mark) => likeness[mark] ?? mark)
    .replace(number, '0')
    .replace(space, ' ')
    .trim()
}

/** What must agree for a match of 100 %: the text itself, but for its Unicode form, tone placement and spaces. */
export function exactKey(text: string): string {
  return unifyTonePlacement(text.normalize('NFC')).replace(invisible, '').replace(space, ' ').trim()
}
