import { dataView } from './compound-file.ts'
import { tables, type WordFile } from './word-header.ts'

/** A stretch of text as it lies in the file: its first character, its place in bytes, one or two bytes each. */
export type Piece = Readonly<{ from: number; to: number; offset: number; width: 1 | 2 }>

/** Steps over the property lists that stand before the piece table. */
function pieceTable(bytes: Uint8Array): Uint8Array {
  const view = dataView(bytes)
  let at = 0
  while (at < bytes.length && view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true)
  if (view.getUint8(at) !== 2) throw new RangeError('no piece table')
  return bytes.subarray(at + 5, at + 5 + view.getUint32(at + 1, true))
}

/** The order in which the stored stretches make the text. */
export function readPieces(file: WordFile): readonly Piece[] {
  const bytes = pieceTable(file.part(tables.pieces))
  const view = dataView(bytes)
  const count = Math.floor((bytes.length - 4) / 12)
  const pieces: Piece[] = []
  let total = 0
  for (let at = 0; at < count; at += 1) {
    const [from, to] = [view.getUint32(at * 4, true), view.getUint32(at * 4 + 4, true)]
    const written = view.getUint32((count + 1) * 4 + at * 8 + 2, true)
    const compressed = (written & 0x40000000) !== 0
    const place = written & 0x3fffffff
    const piece: Piece = { from, to, offset: compressed ? place / 2 : place, width: compressed ? 1 : 2 }
    total += (to - from) * piece.width
    if (to < from || piece.offset + (to - from) * piece.width > file.main.length) {
      throw new RangeError('piece beyond the end')
    }
    pieces.push(piece)
    if (total > file.main.length * 2) throw new RangeError('pieces overlap')
  }
  return pieces
}

/** Characters `from` up to `to` of a piece; single bytes are Windows-1252. */
export function pieceText(main: Uint8Array, piece: Piece, from: number, to: number): string {
  const start = piece.offset + (from - piece.from) * piece.width
  const bytes = main.subarray(start, start + (to - from) * piece.width)
  return new TextDecoder(piece.width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes)
}
