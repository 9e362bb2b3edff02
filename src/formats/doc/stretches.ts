import { type Piece, pieceText } from './pieces.ts'
import type { WordFile } from './word-header.ts'

/** Text that lies together in the file. `place` is its first byte, `at` its first character in the document. */
export type Stretch = Readonly<{ text: string; at: number; place: number; width: 1 | 2 }>
/** A paragraph: its text and the place of the mark that ends it, which carries its properties. */
export type StoredParagraph = Readonly<{ stretches: readonly Stretch[]; mark: number; endsCell: boolean }>

/** The text from character `from` up to `to`, in the order it is read. */
export function readStretches(
  file: WordFile,
  pieces: readonly Piece[],
  from: number,
  to: number,
): readonly Stretch[] {
  return pieces.flatMap((piece) => {
    const [start, end] = [Math.max(from, piece.from), Math.min(to, piece.to)]
    if (start >= end) return []
    const text = pieceText(file.main, piece, start, end)
    return [{ text, at: start, place: piece.offset + (start - piece.from) * piece.width, width: piece.width }]
  })
}

/** A part of a stretch. */
export function cutStretch(stretch: Stretch, start: number, end: number): Stretch {
  return {
    text: stretch.text.slice(start, end),
    at: stretch.at + start,
    place: stretch.place + start * stretch.width,
    width: stretch.width,
  }
}

/** Paragraph, cell and section marks end a paragraph. */
const endMarks = new Set(['\r', '\u0007', '\f'])

export function splitParagraphs(stretches: readonly Stretch[]): readonly StoredParagraph[] {
  const paragraphs: StoredParagraph[] = []
  let open: Stretch[] = []
  let last = 0
  for (const stretch of stretches) {
    let start = 0
    for (const { index, 0: mark } of stretch.text.matchAll(/\p{Cc}/gu)) {
      if (!endMarks.has(mark)) continue
      open.push(cutStretch(stretch, start, index))
      paragraphs.push({
        stretches: open,
        mark: stretch.place + index * stretch.width,
        endsCell: mark === '\u0007',
      })
      open = []
      start = index + 1
    }
    if (start < stretch.text.length) open.push(cutStretch(stretch, start, stretch.text.length))
    last = stretch.place + (stretch.text.length - 1) * stretch.width
  }
  return open.length > 0 ? [...paragraphs, { stretches: open, mark: last, endsCell: false }] : paragraphs
}
