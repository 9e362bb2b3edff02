import { foldText, unifyTonePlacement } from '#domain/folding.ts'

export type FindOptions = Readonly<{ matchCase: boolean; matchMarks: boolean }>
export type TextMatch = Readonly<{ start: number; end: number }>

type Compared = Readonly<{ text: string; origin: readonly number[] }>

function compared(character: string, options: FindOptions): string {
  if (/^\s$/u.test(character)) return ' '
  if (options.matchMarks) return options.matchCase ? character : character.toLowerCase()
  const bare = character
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
  if (options.matchCase) return bare.replace('đ', 'd').replace('Đ', 'D')
  return foldText(character).trim()
}

/** A text as it is compared, and for each unit of it where in the original it comes from. */
function comparable(text: string, options: FindOptions): Compared {
  let result = ''
  const origin: number[] = []
  let at = 0
  for (const character of text) {
    const piece = compared(character, options)
    result += piece
    for (let unit = 0; unit < piece.length; unit++) origin.push(at)
    at += character.length
  }
  origin.push(at)
  return { text: result, origin }
}

/** Whether a phrase was typed with a tone, a vowel sign or đ: then it means these letters and no others. */
export function bearsMarks(phrase: string): boolean {
  return /[\u0300-\u036fđĐ]/u.test(phrase.normalize('NFD'))
}

/** A replacement with the initial capital of what it replaces, unless the phrase itself asked for the capital. */
export function keepCapital(found: string, phrase: string, replacement: string): string {
  if (!isCapital(found) || isCapital(phrase)) return replacement
  const [first = ''] = replacement
  return first.toLocaleUpperCase('vi') + replacement.slice(first.length)
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text.normalize('NFC'))
}

/** The spellings among what was found, case aside, the most frequent first. */
export function spellings(found: readonly string[]): readonly Readonly<{ text: string; count: number }>[] {
  const groups = Map.groupBy(found, (text) => text.normalize('NFC').toLowerCase())
  return [...groups]
    .map(([text, group]) => ({ text, count: group.length }))
    .sort((left, right) => right.count - left.count)
}

/** All places of a phrase in a text, left to right without overlap, as UTF-16 offsets. */
export function matchesIn(text: string, phrase: string, asked: FindOptions): readonly TextMatch[] {
  const options = { ...asked, matchMarks: asked.matchMarks || bearsMarks(phrase) }
  const wanted = comparable(unifyTonePlacement(phrase.normalize('NFC')), options).text
  if (wanted.trim() === '') return []
  const searched = comparable(unifyTonePlacement(text), options)
  const matches: TextMatch[] = []
  let at = searched.text.indexOf(wanted)
  while (at >= 0) {
    const start = searched.origin[at]
    const end = searched.origin[at + wanted.length]
    if (start !== undefined && end !== undefined) matches.push({ start, end })
    at = searched.text.indexOf(wanted, at + wanted.length)
  }
  return matches
}
