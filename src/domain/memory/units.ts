import type { Script } from './match-key.ts'

/** Letters of Vietnamese and English text in lower case, in codes of their own; all else shares what is left. */
const own =
  ' 0abcdefghijklmnopqrstuvwxyzđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ.,;:!?()[]{}<>"\'-/\\|%&+=*#@$_~^`'
const table = codeTable()

function codeTable(): Uint8Array {
  const codes = new Uint8Array(0x10000)
  for (let unit = 0; unit < codes.length; unit += 1) codes[unit] = 1 + ((Math.imul(unit, 40503) >>> 4) % 255)
  // Only a few Latin letters beside Vietnamese ones occur: they may share a code with one another, not with these.
  for (let unit = 0; unit < 0x2000; unit += 1) codes[unit] = own.length + 1 + (unit % (255 - own.length))
  for (let at = 0; at < own.length; at += 1) codes[own.charCodeAt(at)] = at + 1
  return codes
}

/** A UTF-16 code unit as one byte, never 0. Equal units have equal codes; different ones seldom do. */
export function codeOf(unit: number): number {
  return table[unit] as number
}

export function codesOf(key: string): Uint8Array {
  const codes = new Uint8Array(key.length)
  for (let at = 0; at < key.length; at += 1) codes[at] = codeOf(key.charCodeAt(at))
  return codes
}

/** Units of one indexed gram: four letters, or two characters where a character is nearly a word. */
export function gramLength(script: Script): 2 | 4 {
  return script === 'spaced' ? 4 : 2
}

/** The bucket among 2^bits of the gram that starts at `at`. */
export function gramBucket(units: Uint16Array, at: number, length: 2 | 4, bits: number): number {
  let mixed = Math.imul(units[at] as number, 0x9e3779b1) ^ (units[at + 1] as number)
  if (length === 4) {
    mixed = Math.imul(mixed, 0x85ebca6b) ^ (units[at + 2] as number)
    mixed = Math.imul(mixed, 0xc2b2ae35) ^ (units[at + 3] as number)
  }
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1)
  return mixed >>> (32 - bits)
}

/** UTF-16 code units of a key. */
export function unitsOf(key: string): Uint16Array {
  const units = new Uint16Array(key.length)
  for (let at = 0; at < key.length; at += 1) units[at] = key.charCodeAt(at)
  return units
}
