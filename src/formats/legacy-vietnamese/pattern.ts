import { hasVietnameseLetters, isVietnameseSyllable } from '#domain/vietnamese-syllable.ts'
import type { LegacyEncoding } from './fonts.ts'
import { decodeTcvn3 } from './tcvn3.ts'
import { decodeVni } from './vni.ts'

export function decodeLegacy(text: string, encoding: LegacyEncoding, capitals = false): string {
  return encoding === 'tcvn3' ? decodeTcvn3(text, capitals) : decodeVni(text)
}

const edges = /^[^\p{L}\u00a1-\u00ff]+|[^\p{L}\u00a1-\u00ff]+$/gu
const quotes = /[«»¿¡]/g

/** Words that hold Latin-1 characters beyond ASCII and none that only Unicode has. */
function suspects(text: string): readonly string[] {
  return text
    .split(/[\s/]+/)
    .map((word) => word.replace(edges, ''))
    .filter((word) => /[\u00a1-\u00ff]/.test(word) && /^[\u0021-\u00ff]+$/.test(word))
}

function isWord(word: string): boolean {
  const parts = word.replace(quotes, '').split(/[-.,;:()"'!?]+/)
  return parts.every((part) => part === '' || isVietnameseSyllable(part))
}

function share(words: readonly string[], read: (word: string) => string): number {
  return words.filter((word) => isWord(read(word).normalize('NFC'))).length / words.length
}

type PatternVerdict =
  | Readonly<{ kind: 'unicode' }>
  | Readonly<{ kind: 'legacy'; encoding: LegacyEncoding }>
  | Readonly<{ kind: 'unsure' }>

/** Paragraphs that could be legacy text: without a letter that only Unicode Vietnamese has. */
export function mayBeLegacy(text: string): boolean {
  return !hasVietnameseLetters(text) && suspects(text).length > 0
}

/**
 * Judges text without a telling font, by how many of its odd words are Vietnamese syllables as they stand, read
 * as TCVN3, and read as VNI. Real Unicode text wins every doubt; too little or too mixed text is unsure.
 */
export function judgePattern(texts: readonly string[]): PatternVerdict {
  const words = texts.flatMap(suspects).slice(0, 4000)
  if (words.length === 0) return { kind: 'unicode' }
  const unicode = share(words, (word) => word)
  const tcvn3 = share(words, decodeTcvn3)
  const vni = share(words, decodeVni)
  const best = Math.max(tcvn3, vni)
  if (best <= unicode + 0.15 || best < 0.5) return { kind: 'unicode' }
  const clear = words.length >= 4 && best >= 0.8 && best - unicode >= 0.4 && Math.abs(tcvn3 - vni) >= 0.25
  return clear ? { kind: 'legacy', encoding: tcvn3 > vni ? 'tcvn3' : 'vni' } : { kind: 'unsure' }
}
