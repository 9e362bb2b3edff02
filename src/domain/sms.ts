/**
 * How a text fits into short messages. Tables and lengths are those of 3GPP TS 23.038 (GSM 03.38) §6.1.2.1 (7 bit,
 * packed into 140 octets), §6.2.1 (default alphabet), §6.2.1.1 (extension table), §6.2.3 (UCS2), and the header of six
 * octets that joins parts, TS 23.040 §9.2.3.24.1.
 */
const basicTable =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Each takes two septets: an escape comes before it. */
const extensionTable = '\f^{}\\[~]|€'

const septetsOf: ReadonlyMap<string, number> = new Map([
  ...[...basicTable].map((character) => [character, 1] as const),
  ...[...extensionTable].map((character) => [character, 2] as const),
])

/** What one part holds: alone, and beside the header that joins several. */
const room = { gsm7: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const

export type SmsCount = Readonly<{
  encoding: 'gsm7' | 'ucs2'
  /** Septets in GSM-7, UTF-16 units in UCS-2. */
  units: number
  /** 0 for an empty text. */
  parts: number
  /** Units that still fit into the last part. */
  left: number
  /** The characters that force UCS-2, each once, in the order they come. */
  forcing: readonly string[]
}>

/** Counts a text as it is sent: in NFC, for a mark set apart would be a character of its own. */
export function countSms(text: string): SmsCount {
  const characters = [...text.normalize('NFC')]
  const forcing = [...new Set(characters.filter((character) => !septetsOf.has(character)))]
  const encoding = forcing.length === 0 ? 'gsm7' : 'ucs2'
  const lengths = characters.map((character) =>
    encoding === 'gsm7' ? (septetsOf.get(character) ?? 0) : character.length,
  )
  const units = lengths.reduce((sum, length) => sum + length, 0)
  const { alone, joined } = room[encoding]
  if (units <= alone) return { encoding, units, parts: units === 0 ? 0 : 1, left: alone - units, forcing }
  const { parts, used } = fillParts(lengths, joined)
  return { encoding, units, parts, left: joined - used, forcing }
}

/** No character is cut in two: an escape stays with what it escapes, a surrogate with its half. */
function fillParts(lengths: readonly number[], size: number): Readonly<{ parts: number; used: number }> {
  let parts = 1
  let used = 0
  for (const length of lengths) {
    if (used + length > size) {
      parts += 1
      used = 0
    }
    used += length
  }
  return { parts, used }
}

/** What typography and Vietnamese put in a text and GSM-7 has not, as the nearest that it has. */
const plainForms: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '×': 'x',
  '₫': 'd',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
}
const combiningMark = /\p{M}/gu
const invisible = /\p{Cf}/gu

/**
 * The text without Vietnamese marks ("không dấu"), as most gateways take it. Letters of other scripts stay: they are
 * among what forces UCS-2.
 */
export function unaccented(text: string): string {
  const replaced = [...text.normalize('NFC').replace(invisible, '')].map((character) => {
    if (plainForms[character] !== undefined) return plainForms[character]
    const bare = character.normalize('NFD').replace(combiningMark, '')
    return /^[A-Za-z]+$/.test(bare) ? bare : character
  })
  return replaced.join('')
}
