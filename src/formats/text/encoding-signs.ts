import { isVietnameseSyllable } from '#domain/vietnamese-syllable.ts'

type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding that a byte order mark tells. */
export function encodingByMark(bytes: Uint8Array): UnicodeEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without a mark: every second byte of Latin text is zero. */
export function wideByPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000)
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even += 1
    if (sample[at + 1] === 0) odd += 1
  }
  const pairs = sample.length / 2
  if (odd > pairs * 0.3 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.3 && odd < pairs * 0.05 ? 'utf-16be' : undefined
}

/** The text of strictly right UTF-8, without its mark. */
export function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** How many words with letters beyond ASCII stand at the start of a text, and the share that can be Vietnamese. */
export function vietnameseWords(text: string): Readonly<{ words: number; share: number }> {
  const words = (
    text
      .slice(0, 50_000)
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).filter((word) => /[\u0080-\uffff]/.test(word))
  const share = words.length === 0 ? 0 : words.filter(isVietnameseSyllable).length / words.length
  return { words: words.length, share }
}
