import { isOneCharacter } from './runs.ts'

/** Whether a text has characters of more than one UTF-16 unit. */
const compound = /[\p{M}\p{Emoji_Modifier}\u200d\u1160-\u11ff\ud800-\udfff]|[\u{10000}-\u{10ffff}]/u

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
  const starts: number[] = []
  let units = ''
  for (let at = 0; at < text.length; ) {
    const end = characterEnd(text, at)
    starts.push(at)
    units += codeOf(text.slice(at, end))
    at = end
  }
  starts.push(text.length)
  return {
    units,
    offset: (index) => starts[index] ?? text.length,
    index: (offset) => starts.findIndex((start) => start >= offset),
  }
}

function characterEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && isOneCharacter(text.slice(start, end), text.slice(end, end + 2))) end++
  return end
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
