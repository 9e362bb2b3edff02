import { foldText } from '#domain/folding.ts'

export type PinStrength = 'short' | 'guessable' | 'fair' | 'strong'

/** The fewest characters a PIN may have. */
const pinMinimum = 6

/** What people take when asked for a code, and what the rows of a keyboard give; folded. */
const wellKnown =
  /^(?:\d{0,4})(?:mat ?khau|password|pass|admin|qwert\w*|asdf\w*|zxcv\w*|1q2w\w*|abcd?e?f?|iloveyou|tramtin)\W*\d{0,4}$/

/**
 * How hard a PIN is to guess: by length, variety, runs such as 123456 and repeats such as 112112, birthdays,
 * well-known codes, and the names that stand beside it on the same screen.
 */
export function pinStrength(pin: string, names: readonly string[] = []): PinStrength {
  if (pin.length < pinMinimum) return 'short'
  if (isRun(pin) || new Set(pin).size <= 2 || isRepeat(pin) || isBirthday(pin)) return 'guessable'
  if (wellKnown.test(foldText(pin)) || names.some((name) => isNamed(pin, name))) return 'guessable'
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(pin)).length
  return pin.length >= 10 || (pin.length >= 8 && kinds >= 2) ? 'strong' : 'fair'
}

function isRun(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((sign, index) => sign.charCodeAt(0) - pin.charCodeAt(index)))
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1)
}

function isRepeat(pin: string): boolean {
  const half = pin.slice(0, pin.length / 2)
  return pin.length % 2 === 0 && pin === half + half
}

/** The name, its last words or its initials, with a number behind at most. */
function isNamed(pin: string, name: string): boolean {
  const words = foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const letters = foldText(pin)
    .replace(/[\s\p{P}]+/gu, '')
    .replace(/\d{0,4}$/, '')
  const endings = words.map((_, at) => words.slice(at).join(''))
  return letters !== '' && [...endings, words.map((word) => word[0]).join('')].includes(letters)
}

/** ddmmyy, ddmmyyyy: the first thing anyone tries. */
function isBirthday(pin: string): boolean {
  return /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(\d{2}|(19|20)\d{2})$/.test(pin)
}
