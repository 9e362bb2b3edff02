import signs from '#resources/spoken/signs.json' with { type: 'json' }
import { findAddresses } from '../numbers/addresses.ts'
import { isVietnameseSyllable } from '../vietnamese-syllable.ts'
import { type Abbreviations, findAbbreviation } from './abbreviations.ts'
import { spellOut } from './letters.ts'
import { digitWords } from './number-words.ts'
import { type Dropped, oneOf, type Reading, said } from './reading.ts'

const signWords: Readonly<Record<string, string>> = signs.said
const keptSigns = new Set(Array.from(signs.kept))
const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/uy
const emoji =
  /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d|\u20e3|\p{Extended_Pictographic})*|[\u{1f1e6}-\u{1f1ff}]{2}/uy
const initialism = /^[\p{Lu}]{2,6}$/u
const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** A reading and how many code units of the text it answers. */
export type Taken = Readonly<{ reading: Reading; length: number }>

/** Addresses by where they begin: they are dropped, and told. */
export function addressesByStart(text: string): ReadonlyMap<number, Taken> {
  const found = findAddresses(text).flatMap(({ kind, span }) =>
    kind === 'placeholder' ? [] : [[span.start, dropped(kind, span.end - span.start)] as const],
  )
  return new Map(found)
}

export function dropped(what: Dropped, length: number): Taken {
  return { reading: { kind: 'dropped', what }, length }
}

/** The abbreviation or word that begins at `at`: as data says it, as it stands, spelled, or marked as foreign. */
export function takeWord(text: string, at: number, table: Abbreviations): Taken | undefined {
  const found = findAbbreviation(text, at, table)
  if (found) {
    const reading = oneOf(found.entry.spoken)
    if (reading && !insideCapitals(text, at, found.length, found.entry.spoken)) {
      return { reading, length: found.length }
    }
  }
  word.lastIndex = at
  const written = word.exec(text)?.[0]
  return written === undefined ? undefined : { reading: wordReading(written), length: written.length }
}

/** In a line all of capitals "CAN" or "TH" may be a word: what is a syllable there stands as it is. */
function insideCapitals(text: string, at: number, length: number, spoken: readonly string[]): boolean {
  const written = text.slice(at, at + length)
  if (!isVietnameseSyllable(written) || spoken.length === 0) return false
  const around = text.slice(Math.max(0, at - 12), at + length + 12)
  return !/\p{Ll}/u.test(around) && around.trim().length > length
}

function wordReading(written: string): Reading {
  if (eastern.test(written)) return { kind: 'foreign', spoken: written }
  const parts = written.split(/['’]/)
  if (parts.every((part) => isVietnameseSyllable(part))) return said(written)
  if (/^\p{Lu}$/u.test(written)) return said(spellOut(written))
  return initialism.test(written) ? said(spellOut(written)) : { kind: 'foreign', spoken: written }
}

/** An abbreviation with a number in it, before any rule reads the number: COVID-19. */
export function takeNumbered(text: string, at: number, table: Abbreviations): Taken | undefined {
  const found = findAbbreviation(text, at, table)
  const reading = found && /\d/.test(found.entry.written) ? oneOf(found.entry.spoken) : undefined
  return found && reading ? { reading, length: found.length } : undefined
}

/** White space and punctuation as they stand, signs by their names; the rest is dropped and told. */
export function takeSign(text: string, at: number): Taken {
  emoji.lastIndex = at
  const picture = emoji.exec(text)?.[0]
  if (picture !== undefined && !signWords[picture]) return dropped('emoji', picture.length)
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const { length } = sign
  if (/\s/u.test(sign) || keptSigns.has(sign)) return { reading: said(sign), length }
  const name = signWords[sign]
  if (name !== undefined) return { reading: said(name), length }
  if (/\p{N}/u.test(sign)) return { reading: said(otherDigits(sign)), length }
  return dropped('sign', length)
}

/** Full-width, raised, circled and other scripts' digits. */
function otherDigits(sign: string): string {
  const plain = sign.normalize('NFKC').match(/[0-9]+/g)
  if (plain) return plain.map(digitWords).join(' ')
  const code = sign.codePointAt(0) ?? 0
  // Every script's decimal digits stand in a row of ten from zero.
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return /\p{Nd}/u.test(sign) ? digitWords(String(code - zero)) : ''
}
