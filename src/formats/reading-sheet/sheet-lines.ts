import type { SpokenPiece } from '#domain/spoken/script.ts'
import type { SpokenParagraph } from '#domain/spoken/spoken-script.ts'

/** One line of a sheet: a sentence with its pieces, so that what is written can stand beside what is said. */
export type SheetLine = Readonly<{ number: number; pieces: readonly SpokenPiece[] }>

const sentenceEnd = /[.!?…][)"”’»\]]*$/u

/** The sentences of a paragraph, numbered from `first`; a piece is never cut. */
export function sheetLines({ pieces, source }: SpokenParagraph, first: number): readonly SheetLine[] {
  const lines: SpokenPiece[][] = [[]]
  for (const [at, piece] of pieces.entries()) {
    const line = lines.at(-1)
    line?.push(piece)
    const rest = pieces.slice(at + 1).some(({ spoken }) => spoken.trim() !== '')
    const isGap = /^\s+$/u.test(source.slice(piece.source.start, piece.source.end))
    if (rest && isGap && sentenceEnd.test(line?.at(-2)?.spoken ?? '')) lines.push([])
  }
  return lines.map((pieces, at) => ({ number: first + at, pieces }))
}
