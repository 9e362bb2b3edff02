import { unifyTonePlacement } from '../folding.ts'
import type { Script } from './match-key.ts'

/** A piece of a sentence that counts as one when sentences are compared. */
export type MatchToken = Readonly<{
  kind: 'word' | 'number' | 'mark'
  /** As compared: lower case for words, `0` for numbers. */
  key: string
  /** As written. */
  text: string
}>

const number = '\\p{Nd}+(?:[.,:/\\-\\u2013]\\p{Nd}+)*'
const pieces = {
  /** Vietnamese syllables and English words. Ideographs inside such a text count one by one. */
  spaced: new RegExp(
    `${number}|[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]|[\\p{L}\\p{M}\\p{Nd}]+(?:['\\u2019][\\p{L}\\p{M}]+)*|[^\\s]`,
    'gu',
  ),
  han: new RegExp(
    `${number}|[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]|[\\p{L}\\p{M}\\p{Nd}]+|[^\\s]`,
    'gu',
  ),
  /** Particles stick to Korean words, so that syllables are compared, not words. */
  hangul: new RegExp(`${number}|[\\p{Script=Hangul}\\p{Script=Han}]|[\\p{L}\\p{M}\\p{Nd}]+|[^\\s]`, 'gu'),
} as const
const isNumber = /^\p{Nd}/u
const isWord = /[\p{L}\p{N}]/u
const most = 400

/**
 * A sentence's tokens: syllables in Vietnamese, words in English, characters in Chinese, syllables in Korean;
 * numbers with their separators are one token each. The first 400 count.
 */
export function matchTokens(text: string, script: Script): readonly MatchToken[] {
  const clean = unifyTonePlacement(text.normalize('NFC'))
  return (clean.match(pieces[script]) ?? []).slice(0, most).map((piece) => {
    if (isNumber.test(piece)) return { kind: 'number', key: '0', text: piece }
    return { kind: isWord.test(piece) ? 'word' : 'mark', key: piece.toLowerCase(), text: piece }
  })
}
