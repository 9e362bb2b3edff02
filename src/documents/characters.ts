import { isOneCharacter } from './runs.ts'

/** Whether a text has characters of more than one UTF-16 unit. */
const compound = /\p{M}|\u200d|[\u1160-\u11ff]|[\ud800-\udfff]|[\u{10000}-\u{10ffff}]/u

/** A text as a row of characters, each coded by one unit, and where each begins in the text. */
export type Characters = Readonly<{
  units: string
  offset(index: number): number
  index(offset: number): number
}>

/**
 * Codes both texts so that one unit is one character as readers see it: what compares them then can neither
 * cut a letter from its tone nor half an emoji.
 */
export function codeCharacters(left: string, right: string): readonly [Characters, Characters] {
  if (!compound.test(left) && !compound.test(right)) return [plain(left), plain(right)]
  const codes = new Map<string, string>()
  const free = freeUnits(left + right)
  const codeOf = (character: string) => {
    const known =
      codes.get(character) ?? (character.length === 1 ? character : (free.next().value ?? '\ufffe'))
    codes.set(character, known)
    return known
  }
  return [coded(left, codeOf), coded(right, codeOf)]
}

function plain(text: string): Characters {
  return { units: text, offset: (index) => index, index: (offset) => offset }
}

function coded(text: string, codeOf: (character: string) => string): Characters {
  const starts: number[] = [0]
  let units = ''
  for (const character of splitCharacters(text)) {
    starts.push((starts.at(-1) ?? 0) + character.length)
    units += codeOf(character)
  }
  return {
    units,
    offset: (index) => starts[index] ?? text.length,
    index: (offset) => starts.findIndex((start) => start >= offset),
  }
}

/** A text as readers see it, character by character. */
export function splitCharacters(text: string): readonly string[] {
  const characters: string[] = []
  for (let start = 0; start < text.length; start += characters.at(-1)?.length ?? 1) {
    let end = start + 1
    while (end < text.length && isOneCharacter(text.slice(start, end), text.slice(end, end + 2))) end++
    characters.push(text.slice(start, end))
  }
  return characters
}

/** Units of the private use area that neither text uses. */
function* freeUnits(used: string): Generator<string, undefined> {
  const taken = new Set(used)
  for (let code = 0xe000; code <= 0xf8ff; code++) {
    const unit = String.fromCharCode(code)
    if (!taken.has(unit)) yield unit
  }
  return undefined
}
