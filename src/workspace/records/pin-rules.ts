export const shortestPin = 4

/** PINs that are tried first: repeats, runs up or down, pairs, halves said twice, years of birth are not among them. */
export function isWeakPin(pin: string): boolean {
  const characters = [...pin]
  if (characters.length < shortestPin) return true
  return isRun(characters) || isRepetition(characters) || usual.includes(pin.toLowerCase())
}

const usual = [
  '2580',
  '0852',
  '1004',
  '1379',
  '9731',
  '159753',
  '147258',
  'matkhau',
  'password',
  'qwerty',
  'abcd1234',
  'admin',
]

/** 1234, 9876, abcd, 1357: every step is the same. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return new Set(steps).size === 1 && Math.abs(steps[0] ?? 0) <= 3
}

/** 1111, 1212, 123123: one part said over and over. */
function isRepetition(characters: readonly string[]): boolean {
  const text = characters.join('')
  return characters.some((_, index) => {
    const length = index + 1
    if (length > characters.length / 2 || characters.length % length !== 0) return false
    return (
      characters
        .slice(0, length)
        .join('')
        .repeat(characters.length / length) === text
    )
  })
}

const freeTries = 3
const longestWait = 300

/** Seconds to wait after so many wrong PINs in a row: none for the first ones, then doubling from 5 to 300. */
export function waitAfter(failures: number): number {
  return failures < freeTries ? 0 : Math.min(longestWait, 5 * 2 ** (failures - freeTries))
}
