import type { Span } from '../numbers/mention.ts'
import { type Abbreviation, abbreviationTable } from './abbreviations.ts'
import { calendarRules } from './calendar.ts'
import { clockRules } from './clock.ts'
import { measureRules } from './measures.ts'
import { officialRules } from './official.ts'
import type { Dropped, SpokenRule } from './reading.ts'
import { addressesByStart, type Taken, takeNumbered, takeSign, takeWord } from './written-words.ts'

/**
 * A stretch of the text (UTF-16 places) and what is said for it. All pieces in a row are the whole text. `kept`
 * stands as it is; `read` was put into words; `choice` can be said in several ways, of which `spoken` is one
 * until somebody picks; `foreign` stands as it is and the reader has to know it; `dropped` is not said.
 */
export type SpokenPiece = Readonly<{ source: Span; spoken: string }> &
  (
    | Readonly<{ kind: 'kept' }>
    | Readonly<{ kind: 'read' }>
    | Readonly<{ kind: 'choice'; choices: readonly string[]; picked: boolean }>
    | Readonly<{ kind: 'foreign' }>
    | Readonly<{ kind: 'dropped'; what: Dropped }>
  )

export type SpokenOptions = Readonly<{
  /** A newsroom's own abbreviations, before the shipped ones. */
  abbreviations?: readonly Abbreviation[]
  /** Choices that a person made: where a piece begins, and which of its choices is said. */
  picks?: ReadonlyMap<number, number>
}>

/** Only Vietnamese is put into words: loudspeakers read no other language's numbers (NĐ 49/2024). */
export function isSpoken(language: string): boolean {
  return language.toLowerCase().split('-')[0] === 'vi'
}

const rules: readonly SpokenRule[] = [...clockRules, ...calendarRules, ...officialRules, ...measureRules]

/** A Vietnamese text in NFC, piece by piece, as a reader says it. No digit is left in what is said. */
export function spokenPieces(text: string, options: SpokenOptions = {}): readonly SpokenPiece[] {
  const table = abbreviationTable(options.abbreviations)
  const addresses = addressesByStart(text)
  const pieces: SpokenPiece[] = []
  for (let at = 0; at < text.length; ) {
    const taken =
      addresses.get(at) ??
      takeNumbered(text, at, table) ??
      takeByRule(text, at) ??
      takeWord(text, at, table) ??
      takeSign(text, at)
    pieces.push(toPiece(text, at, taken, options.picks?.get(at)))
    at += taken.length
  }
  return pieces
}

function takeByRule(text: string, at: number): Taken | undefined {
  for (const { shape, read } of rules) {
    shape.lastIndex = at
    const match = shape.exec(text)
    if (!match || match[0] === '') continue
    const place = { text, start: at, end: at + match[0].length }
    const reading = read((name) => match.groups?.[name] ?? '', place)
    if (reading) return { reading, length: match[0].length }
  }
  return undefined
}

function toPiece(text: string, start: number, { reading, length }: Taken, pick?: number): SpokenPiece {
  const source = { start, end: start + length }
  if (reading.kind === 'dropped') return { ...reading, source, spoken: '' }
  if (reading.kind === 'choice') {
    const picked = pick === undefined ? undefined : reading.choices[pick]
    const spoken = picked ?? reading.choices[0] ?? ''
    return { kind: 'choice', choices: reading.choices, picked: picked !== undefined, source, spoken }
  }
  if (reading.kind === 'read' && reading.spoken === text.slice(start, start + length)) {
    return { kind: 'kept', source, spoken: reading.spoken }
  }
  return { kind: reading.kind, source, spoken: reading.spoken }
}

/** What is said, with single spaces between words and none before a stop. */
export function spokenText(pieces: readonly SpokenPiece[]): string {
  let text = ''
  for (const { spoken } of pieces) {
    const glued = /[\p{L}\p{M}]$/u.test(text) && /^\p{L}/u.test(spoken)
    text += glued ? ` ${spoken}` : spoken
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ +([,.;:!?…])/g, '$1')
    .replace(/([([“‘]) +/g, '$1')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/ *\n */g, '\n')
    .trim()
}
