import { exactKey } from './match-key.ts'

/**
 * 53 bits of a text, as a whole number (multiply and xor in two lanes, after FNV-1a): where the same text is looked
 * for by number, and compared then. Stored: never change it.
 */
export function textHash(text: string): number {
  let high = 0x811c9dc5
  let low = 0x9747b28c
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x5bd1e995)
    low ^= low >>> 13
  }
  high = Math.imul(high ^ (low >>> 16), 0x85ebca6b)
  low = Math.imul(low ^ (high >>> 13), 0xc2b2ae35)
  return ((high >>> 0) & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

/** What a sentence's neighbours are compared by; 0 stands for no neighbour. */
export function contextHash(sentence: string | null): number {
  const key = sentence === null ? '' : exactKey(sentence)
  return key === '' ? 0 : textHash(key)
}
