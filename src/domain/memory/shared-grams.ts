import type { Script } from './match-key.ts'

/** The second sieve: how like a text may be at most, by all the grams of one query. */
export type SharedGrams = Readonly<{
  /** 0 when `codes[from, to)` shares too little to be `least` like. */
  bound(codes: Uint8Array, from: number, to: number, least: number): number
}>

/** Three codes five bits apart, or two eight bits apart: grams seldom share a place, and a sieve may let pass. */
const bits = 15
const mask = 2 ** bits - 1
/**
 * Edits of words lie together and spoil fewer grams than edits of letters all over the text would. Texts that share
 * less than this of their grams were never 70 % alike among those measured.
 */
const leastShare = 0.3
/** Shorter texts have so few grams that only the sure bound counts. */
const shortText = 24

export function sharedGrams(query: Uint8Array, script: Script): SharedGrams {
  const length = script === 'spaced' ? 3 : 2
  const shift = length === 3 ? 5 : 8
  const held = new Uint8Array(mask + 1)
  for (let at = 0, gram = 0; at < query.length; at += 1) {
    gram = ((gram << shift) ^ (query[at] as number)) & mask
    if (at >= length - 1) held[gram] = 1
  }
  return {
    bound(codes, from, to, least) {
      let shared = 0
      let gram = 0
      for (let at = from; at < to; at += 1) {
        gram = ((gram << shift) ^ (codes[at] as number)) & mask
        shared += held[gram] as number
      }
      const longer = Math.max(query.length, to - from)
      const grams = longer - length + 1
      if (longer >= shortText && shared < grams * leastShare * (least / 0.7)) return 0
      // one edit spoils as many grams as a gram has letters, at most
      const edits = Math.max(0, Math.ceil((grams - shared) / length))
      return longer === 0 ? 1 : Math.max(0, 1 - edits / longer)
    },
  }
}
