import { encodingByMark, strictUtf8, vietnameseWords, wideByPattern } from './encoding-signs.ts'

type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252'
type DecodedText = Readonly<{ text: string; encoding: TextEncoding }>

function decode(bytes: Uint8Array, label: TextEncoding): string {
  return new TextDecoder(label).decode(bytes)
}

/** UTF-16 by its byte order mark or by its pattern. */
export function isWideText(bytes: Uint8Array): boolean {
  return (encodingByMark(bytes) ?? wideByPattern(bytes) ?? 'utf-8') !== 'utf-8'
}

/**
 * Bytes of a text file as characters. Marks first, then strict UTF-8, then Windows-1258 when that reads as
 * Vietnamese; all else comes as Windows-1252, one character a byte, which is how TCVN3 and VNI texts look to
 * a program that does not know them. The byte order mark is dropped, nothing is normalised.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = encodingByMark(bytes) ?? wideByPattern(bytes)
  if (mark) return { text: decode(bytes, mark), encoding: mark }
  const text = strictUtf8(bytes)
  if (text !== undefined) return { text, encoding: 'utf-8' }
  const windows1258 = decode(bytes, 'windows-1258')
  if (vietnameseWords(windows1258).share > 0.85) return { text: windows1258, encoding: 'windows-1258' }
  return { text: decode(bytes, 'windows-1252'), encoding: 'windows-1252' }
}
