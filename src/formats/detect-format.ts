import { pictureType } from './picture-type.ts'
import { decodeText, isWideText } from './text/decode-text.ts'

/**
 * What a file is by its bytes. `office` is a zip (docx, and others that the parts tell apart), `word` the
 * binary Word format, `compound` another file of the same family, such as an encrypted docx.
 */
type DetectedFormat =
  | 'office'
  | 'word'
  | 'encrypted'
  | 'compound'
  | 'rtf'
  | 'pdf'
  | 'mhtml'
  | 'word-xml'
  | 'html'
  | 'text'
  | 'picture'
  | 'binary'

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function latin(bytes: Uint8Array, length: number): string {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, length))
}

/** A name as compound files hold it: UTF-16LE. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
  const last = bytes.length - wanted.length
  for (
    let at = bytes.indexOf(wanted[0] ?? 0);
    at >= 0 && at <= last;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  ) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}

/** The Word stream begins with a header that says whether a password locks it. */
function isLockedWord(bytes: Uint8Array): boolean {
  for (let at = 512; at + 12 < bytes.length && at < 512 * 4096; at += 512) {
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return ((bytes[at + 11] ?? 0) & 0x01) !== 0
  }
  return false
}

function detectCompound(bytes: Uint8Array): DetectedFormat {
  if (holdsName(bytes, 'EncryptedPackage')) return 'encrypted'
  if (!holdsName(bytes, 'WordDocument')) return 'compound'
  return isLockedWord(bytes) ? 'encrypted' : 'word'
}

const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|div|p|span|table|h[1-6])\b/i

/** Text holds no zero characters and hardly any control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 8000)
  const sample = isWideText(bytes)
    ? [...decodeText(start).text].map((letter) => letter.charCodeAt(0))
    : [...start]
  const controls = sample.filter((code) => code < 9 || (code > 13 && code < 27)).length
  return sample.includes(0) || controls > sample.length * 0.02
}

/** Tells by content alone; names lie (a .doc is often RTF or a web page). */
export function detectFormat(bytes: Uint8Array): DetectedFormat {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'office'
  if (pictureType(bytes) !== undefined) return 'picture'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return detectCompound(bytes)
  const start = latin(bytes, 4000).replace(/^ï»¿/, '')
  if (/^\s*\{\\rtf/.test(start)) return 'rtf'
  if (start.startsWith('%PDF')) return 'pdf'
  if (/^\s*(MIME-Version:|From: <Saved by)/i.test(start)) return 'mhtml'
  if (/<\?mso-application progid="Word\.Document"|<(w:wordDocument|pkg:package)\b/.test(start))
    return 'word-xml'
  if (htmlStart.test(start) || htmlStart.test(start.replaceAll('\u0000', '').replace(/^ÿþ/, '')))
    return 'html'
  return looksBinary(bytes) ? 'binary' : 'text'
}
