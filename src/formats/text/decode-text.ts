import { isVietnameseSyllable } from '#domain/vietnamese-syllable.ts'

type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252'
type DecodedText = Readonly<{ text: string; encoding: TextEncoding }>

function decode(bytes: Uint8Array, label: TextEncoding): string {
  return new TextDecoder(label).decode(bytes)
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: every second byte of Latin text is zero. */
function utf16WithoutMark(bytes: Uint8Array): TextEncoding | undefined {
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

/** UTF-16 by its byte order mark or by its pattern. */
export function isWideText(bytes: Uint8Array): boolean {
  return (marked(bytes) ?? utf16WithoutMark(bytes) ?? 'utf-8') !== 'utf-8'
}

function marked(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** The share of words with marks that can be Vietnamese. */
function vietnameseShare(text: string): number {
  const words = (
    text
      .slice(0, 50_000)
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).filter((word) => /[\u0080-\uffff]/.test(word))
  return words.length === 0 ? 0 : words.filter(isVietnameseSyllable).length / words.length
}

/**
 * Bytes of a text file as characters. Marks first, then strict UTF-8, then Windows-1258 when that reads as
 * Vietnamese; all else comes as Windows-1252, one character a byte, which is how TCVN3 and VNI texts look to
 * a program that does not know them. The byte order mark is dropped, nothing is normalised.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = marked(bytes) ?? utf16WithoutMark(bytes)
  if (mark) return { text: decode(bytes, mark), encoding: mark }
  const text = decodeUtf8(bytes)
  if (text !== undefined) return { text, encoding: 'utf-8' }
  const windows1258 = decode(bytes, 'windows-1258')
  if (vietnameseShare(windows1258) > 0.85) return { text: windows1258, encoding: 'windows-1258' }
  return { text: decode(bytes, 'windows-1252'), encoding: 'windows-1252' }
}
