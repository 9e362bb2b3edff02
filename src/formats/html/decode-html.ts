import { decodeText } from '../text/decode-text.ts'

const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i

/** Bytes of a page as characters: a byte order mark, strict UTF-8, then the charset the page declares. */
export function decodeHtml(bytes: Uint8Array): string {
  const decoded = decodeText(bytes)
  if (decoded.encoding !== 'windows-1252') return decoded.text
  const label = declared.exec(decoded.text.slice(0, 4000))?.[1]
  if (label === undefined || /^utf-?8$/i.test(label)) return decoded.text
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return decoded.text
  }
}
