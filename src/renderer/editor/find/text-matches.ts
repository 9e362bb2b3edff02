import { foldText } from '#domain/folding.ts'

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

/** All places of a phrase in a text, left to right without overlap, as UTF-16 offsets. */
export function matchesIn(text: string, phrase: string, options: FindOptions): readonly TextMatch[] {
  const wanted = comparable(phrase.normalize('NFC'), options).text
  if (wanted.trim() === '') return []
  const searched = comparable(text, options)
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
