import { encodingByMark } from '../text/encoding-signs.ts'
import { type DetectedEncoding, detectEncoding, type SubtitleEncoding } from './subtitle-encodings.ts'

export type DecodedSubtitles = DetectedEncoding &
  Readonly<{
    /** Without byte order mark. */
    text: string
    mark: boolean
    /** Letters that came in pieces were put together (LANG1). */
    composed: boolean
    /** Lines with bytes that are no characters, counted from 1; they read as U+FFFD. */
    damagedLines: readonly number[]
  }>

/**
 * Bytes of a subtitle file as text; `asked` overrides what the bytes look like. Windows-1258 writes tones as characters
 * of their own: its text is made NFC. No other text is changed, so that it can be written as it was.
 */
export function decodeSubtitles(bytes: Uint8Array, asked?: SubtitleEncoding): DecodedSubtitles {
  const { encoding, certain } = asked ? { encoding: asked, certain: true } : detectEncoding(bytes)
  const mark = encodingByMark(bytes) === encoding
  const decoded = new TextDecoder(encoding).decode(bytes)
  const text = encoding === 'windows-1258' ? decoded.normalize('NFC') : decoded
  const damagedLines = isWhole(bytes, encoding) ? [] : linesWithDamage(text)
  return { text, encoding, certain, mark, composed: text !== decoded, damagedLines }
}

function isWhole(bytes: Uint8Array, encoding: SubtitleEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function linesWithDamage(text: string): readonly number[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, at) => (line.includes('\ufffd') ? [at + 1] : []))
}

/** How a text is written. Files in another encoding than Unicode's become UTF-8. */
export type WrittenEncoding = Readonly<{ encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; mark: boolean }>

export function encodeSubtitles(text: string, { encoding, mark }: WrittenEncoding): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at += 1) {
    view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le')
  }
  return bytes
}
