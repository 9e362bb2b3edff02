import type { Span } from '../numbers/mention.ts'
import { readingPace, readingPauses, readingSeconds } from './duration.ts'
import type { Dropped } from './reading.ts'
import { isSpoken, type SpokenOptions, type SpokenPiece, spokenPieces, spokenText } from './script.ts'

/** A paragraph to read aloud: what is written, what is said, piece by piece, and how long that takes. */
export type SpokenParagraph = Readonly<{
  id: string
  source: string
  text: string
  pieces: readonly SpokenPiece[]
  seconds: number
}>

/** What a person should look at before the script is read, by paragraph and place. */
export type SpokenNote = Readonly<{ paragraph: string; source: Span; written: string }> &
  (
    | Readonly<{ kind: 'choice'; choices: readonly string[]; spoken: string; picked: boolean }>
    | Readonly<{ kind: 'foreign' }>
    | Readonly<{ kind: 'dropped'; what: Dropped }>
    /** The language is not read out: its numbers stand as they are. */
    | Readonly<{ kind: 'unread'; language: string }>
  )

export type SpokenScript = Readonly<{
  language: string
  /** Syllables a second. */
  pace: number
  paragraphs: readonly SpokenParagraph[]
  notes: readonly SpokenNote[]
  /** All paragraphs with the pauses between them. */
  seconds: number
}>

export type SpokenLine = Readonly<{ id: string; text: string }>

export type ScriptOptions = Readonly<{
  pace?: number
  abbreviations?: SpokenOptions['abbreviations']
  /** By paragraph: where a piece begins, and which of its choices is said. */
  picks?: ReadonlyMap<string, ReadonlyMap<number, number>>
}>

/**
 * The script of a text for loudspeakers. Lines without text are left out. A language other than Vietnamese stands
 * as it is written, with a note: loudspeakers read Vietnamese.
 */
export function spokenScript(
  lines: readonly SpokenLine[],
  language: string,
  options: ScriptOptions = {},
): SpokenScript {
  const pace = Math.min(
    readingPace.maximum,
    Math.max(readingPace.minimum, options.pace ?? readingPace.default),
  )
  const paragraphs = lines
    .map(({ id, text }) => ({ id, text: text.normalize('NFC').trim() }))
    .filter(({ text }) => text !== '')
    .map((line) => paragraphOf(line, language, pace, options))
  const pauses = Math.max(0, paragraphs.length - 1) * readingPauses.paragraph
  return {
    language,
    pace,
    paragraphs,
    notes: paragraphs.flatMap((paragraph) => notesOf(paragraph, language)),
    seconds: paragraphs.reduce((sum, { seconds }) => sum + seconds, pauses),
  }
}

function paragraphOf(
  { id, text }: SpokenLine,
  language: string,
  pace: number,
  options: ScriptOptions,
): SpokenParagraph {
  const picks = options.picks?.get(id)
  const pieces = isSpoken(language)
    ? spokenPieces(text, {
        ...(options.abbreviations ? { abbreviations: options.abbreviations } : {}),
        ...(picks ? { picks } : {}),
      })
    : [{ kind: 'kept', source: { start: 0, end: text.length }, spoken: text } as const]
  const spoken = isSpoken(language) ? spokenText(pieces) : text
  return { id, source: text, text: spoken, pieces, seconds: readingSeconds(spoken, pace) }
}

function notesOf({ id, source, pieces }: SpokenParagraph, language: string): readonly SpokenNote[] {
  const whole = { start: 0, end: source.length }
  if (!isSpoken(language)) {
    return [{ kind: 'unread', paragraph: id, source: whole, written: source, language }]
  }
  return pieces.flatMap((piece): readonly SpokenNote[] => {
    const at = {
      paragraph: id,
      source: piece.source,
      written: source.slice(piece.source.start, piece.source.end),
    }
    switch (piece.kind) {
      case 'choice':
        return [{ ...at, kind: 'choice', choices: piece.choices, spoken: piece.spoken, picked: piece.picked }]
      case 'foreign':
        return [{ ...at, kind: 'foreign' }]
      case 'dropped':
        return [{ ...at, kind: 'dropped', what: piece.what }]
      default:
        return []
    }
  })
}
