/** Tone marks have bytes of their own, behind their letter (Windows code page 1258, WHATWG Encoding). */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/u

const bytesByLetter: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
    byte,
  ]),
)

/** Text in NFC as Windows-1258; what the code page lacks is a "?" and is named. */
export function encodeWindows1258(text: string): { bytes: Uint8Array; missing: readonly string[] } {
  const missing = new Set<string>()
  const bytes = Array.from(text).flatMap((letter) => {
    const found = bytesOf(letter)
    if (!found) missing.add(letter)
    return found ?? [0x3f]
  })
  return { bytes: Uint8Array.from(bytes), missing: [...missing] }
}

function bytesOf(letter: string): readonly number[] | undefined {
  const whole = bytesByLetter.get(letter)
  if (whole !== undefined) return [whole]
  const tone = tones.exec(letter.normalize('NFD'))?.[0]
  if (tone === undefined) return undefined
  const bare = bytesByLetter.get(letter.normalize('NFD').replace(tone, '').normalize('NFC'))
  const mark = bytesByLetter.get(tone)
  return bare === undefined || mark === undefined ? undefined : [bare, mark]
}
