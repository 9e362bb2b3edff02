/** A picture that a message shows. `cid` names it within the message, `name` is ASCII. */
export type EmlPicture = Readonly<{ cid: string; name: string; mediaType: string; content: Uint8Array }>

export type EmlMessage = Readonly<{
  subject: string
  /** BCP 47 tag. */
  language: string
  text: string
  html: string
  pictures: readonly EmlPicture[]
  /** What boundaries are made from: the same message is the same bytes (SAME1). ASCII letters and digits. */
  seed: string
  /** More fields of the head, ASCII, such as a mark that it is a preview. */
  head?: Readonly<Record<string, string>>
}>

/**
 * A message that no one has sent yet: RFC 5322 with MIME (RFC 2045 to 2047), its text plain and as HTML
 * (multipart/alternative), pictures beside the HTML by Content-ID (RFC 2387, 2392). `X-Unsent` makes mail programs
 * open it to be addressed and sent; it has no date and no sender of its own.
 */
export function writeEml(message: EmlMessage): string {
  const { subject, language, pictures, seed, head = {} } = message
  const outer = `tt-related-${seed.slice(0, 24)}`
  const inner = `tt-alternative-${seed.slice(0, 24)}`
  const alternative = [
    `--${inner}`,
    ...textPart('text/plain', message.text),
    `--${inner}`,
    ...textPart('text/html', message.html),
    `--${inner}--`,
  ]
  const lines = [
    `Subject: ${foldSubject(subject)}`,
    'X-Unsent: 1',
    ...Object.entries(head).map(([name, value]) => `${name}: ${value}`),
    `Content-Language: ${language}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; type="multipart/alternative";`,
    ` boundary="${outer}"`,
    '',
    `--${outer}`,
    'Content-Type: multipart/alternative;',
    ` boundary="${inner}"`,
    '',
    ...alternative,
    '',
    ...pictures.flatMap((picture) => [`--${outer}`, ...picturePart(picture)]),
    `--${outer}--`,
    '',
  ]
  return lines.join('\r\n')
}

function textPart(mediaType: string, text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'))
  return [
    `Content-Type: ${mediaType}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...base64Lines(bytes),
    '',
  ]
}

function picturePart({ cid, name, mediaType, content }: EmlPicture): readonly string[] {
  return [
    `Content-Type: ${mediaType}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${cid}>`,
    `Content-Disposition: inline; filename="${name}"`,
    '',
    ...base64Lines(content),
    '',
  ]
}

/** Lines of 76 characters (RFC 2045 §6.8). */
function base64Lines(bytes: Uint8Array): readonly string[] {
  return base64(bytes).match(/.{1,76}/g) ?? []
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 (RFC 4648 §4); this layer has no runtime's own. */
function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3)
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    parts.push(
      alphabet.charAt(group >> 18) +
        alphabet.charAt((group >> 12) & 63) +
        (second === undefined ? '=' : alphabet.charAt((group >> 6) & 63)) +
        (third === undefined ? '=' : alphabet.charAt(group & 63)),
    )
  }
  return parts.join('')
}

const plainSubject = /^[\x20-\x7e]*$/
/** An encoded word is at most 75 characters (RFC 2047 §2): `=?UTF-8?B?`, `?=` and base64 of 45 bytes. */
const wordBytes = 45
/** The first stands behind `Subject: `: the line stays within 78 characters (RFC 5322 §2.1.1). */
const firstBytes = 39

/** A subject as a header holds it: plain where it is short ASCII, else encoded words, none cutting a character. */
function foldSubject(subject: string): string {
  const line = subject.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (plainSubject.test(line) && line.length <= 68 && !line.includes('=?')) return line
  const words: string[] = []
  let bytes: number[] = []
  for (const character of line) {
    const encoded = new TextEncoder().encode(character)
    if (bytes.length + encoded.length > (words.length === 0 ? firstBytes : wordBytes)) {
      words.push(encodedWord(bytes))
      bytes = []
    }
    bytes.push(...encoded)
  }
  return [...words, encodedWord(bytes)].join('\r\n ')
}

function encodedWord(bytes: readonly number[]): string {
  return `=?UTF-8?B?${base64(Uint8Array.from(bytes))}?=`
}
