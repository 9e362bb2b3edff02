import { countChu } from '../counting.ts'
import { plainText } from '../segments/coded-text.ts'
import type { RowState, Segment } from '../segments/segments.ts'
import type { AlignedRow } from './aligned-rows.ts'

/** How far a translation is, in rows and in `chữ` of the source. What is omitted is no work. */
export type TranslationProgress = Readonly<{
  rows: number
  words: number
  confirmedRows: number
  confirmedWords: number
  draftRows: number
  draftWords: number
  staleRows: number
  variantRows: number
  omittedRows: number
}>

export function progressOf(all: readonly AlignedRow[]): TranslationProgress {
  const rows = all.filter((row) => !isUnwritten(row))
  const measured = rows.map((row) => ({ state: row.state, words: rowWords(row) }))
  const count = (state: RowState) => measured.filter((row) => row.state === state).length
  const words = (state: RowState) =>
    measured.reduce((sum, row) => sum + (row.state === state ? row.words : 0), 0)
  const total = measured.reduce((sum, row) => sum + row.words, 0)
  return {
    rows: rows.length - count('omitted'),
    words: total - words('omitted'),
    confirmedRows: count('confirmed'),
    confirmedWords: words('confirmed'),
    draftRows: count('draft'),
    draftWords: words('draft'),
    staleRows: count('stale'),
    variantRows: count('variants'),
    omittedRows: count('omitted'),
  }
}

/** Length of a row's source in `chữ`; an added sentence has none. */
export function rowWords(row: AlignedRow): number {
  return row.kind === 'added' ? 0 : segmentWords(row.source.segment)
}

const counted = new WeakMap<Segment, number>()

/** Counted once: all rows are asked after every key. */
function segmentWords(segment: Segment): number {
  const known = counted.get(segment)
  if (known !== undefined) return known
  const words = countChu(plainText(segment.source))
  counted.set(segment, words)
  return words
}

/** A sentence that somebody began to add and did not write: no work, and no part of the text. */
export function isUnwritten(row: AlignedRow): boolean {
  return row.kind === 'added' && row.state === 'empty'
}
