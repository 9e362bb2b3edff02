import type { ImportedRun } from '#domain/imported-text.ts'

/** The bytes of a picture, written as hexadecimal digits with anything between them. */
export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  const digits = hex.replace(/[^0-9a-f]/gi, '')
  const bytes = new Uint8Array(digits.length >> 1)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16)
  }
  return bytes
}

/** True when there is more than space. */
export function hasText(runs: readonly ImportedRun[]): boolean {
  return runs.some(({ text }) => text.trim() !== '')
}

/** Where a field leads; other fields, and places in the document itself, lead nowhere. */
export function linkOf(instruction: string): string | undefined {
  return /HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1]
}
