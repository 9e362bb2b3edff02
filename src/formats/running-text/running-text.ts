import type { TextEncoding } from '#domain/led/screen.ts'
import { assertNever } from '#domain/result.ts'
import { encodeTcvn3 } from '../legacy-vietnamese/tcvn3.ts'
import { encodeWindows1258 } from './windows-1258.ts'

/** A file for boards that take only text; `missing` are characters their encoding cannot hold: a "?" each. */
export type RunningText = Readonly<{ bytes: Uint8Array; missing: readonly string[] }>

/** One line a text, closed by CR LF as the boards' Windows programs expect; no byte order mark. */
export function writeRunningText(lines: readonly string[], encoding: TextEncoding): RunningText {
  const text = lines
    .map((line) => line.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => `${line}\r\n`)
    .join('')
  switch (encoding) {
    case 'utf-8':
      return { bytes: new TextEncoder().encode(text), missing: [] }
    case 'ascii':
      return singleBytes(withoutMarks(text), 0x7f)
    case 'windows-1258':
      return encodeWindows1258(plainMarks(text))
    case 'tcvn3':
      return singleBytes(encodeTcvn3(plainMarks(text)), 0xff)
    default:
      return assertNever(encoding)
  }
}

const plain: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '×': 'x',
  '²': '2',
  '³': '3',
  '₫': 'd',
}

/** Typographic marks that old boards do not know, as typewriters had them. */
function plainMarks(text: string): string {
  return text.replace(/[“”‘’–—…\u00a0×²³₫]/g, (mark) => plain[mark] ?? mark)
}

/** Vietnamese without marks: "Le hoi tra". */
export function withoutMarks(text: string): string {
  return plainMarks(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

function singleBytes(text: string, highest: number): RunningText {
  const missing = new Set<string>()
  const bytes = Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (code <= highest) return code
    missing.add(letter)
    return 0x3f
  })
  return { bytes: Uint8Array.from(bytes), missing: [...missing] }
}
