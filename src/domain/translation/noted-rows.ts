import { type CodedText, plainText } from '../segments/coded-text.ts'
import type { Segment } from '../segments/segments.ts'
import type { NotedRow } from './translation-note.ts'

/**
 * A revision's rows beside the sentences of its source: those nobody translated stand in their places too, empty.
 * No row is lost, whatever the sentences are.
 */
export function rowsBesideSource(
  rows: readonly NotedRow[],
  segments: readonly Segment[],
): readonly NotedRow[] {
  const beside: NotedRow[] = []
  let next = 0
  for (const segment of segments) {
    const found = rows.findIndex((row, at) => at >= next && isOf(row, segment))
    if (found >= 0) {
      beside.push(...rows.slice(next, found + 1))
      next = found + 1
    } else if (!rows.some((row) => holds(row, segment))) {
      const { block, field } = segment.place
      beside.push({ block, field, state: 'empty', source: segment.source, target: [] })
    }
  }
  return [...beside, ...rows.slice(next)]
}

function isOf(row: NotedRow, { place, source }: Segment): boolean {
  return row.block === place.block && row.field === place.field && plainText(row.source) === plainText(source)
}

/** Sentences merged into one row stand in its source. */
function holds(row: NotedRow, { source }: Segment): boolean {
  const [all, sentence] = [plainText(row.source), plainText(source)]
  return all.length > sentence.length && all.includes(sentence)
}

/** A row with what stood in its place in an earlier revision; null where nothing did. */
export type ComparedRow = NotedRow & Readonly<{ former: CodedText | null }>

/** Matches by block and sentence; a sentence that changed, by its order among those of its block that are left. */
export function compareRows(rows: readonly NotedRow[], before: readonly NotedRow[]): readonly ComparedRow[] {
  const free = new Set(before)
  const take = (fits: (row: NotedRow) => boolean) => {
    const found = [...free].find(fits)
    if (found) free.delete(found)
    return found
  }
  const same = new Map(
    rows.map((row) => [row, take((other) => placeOf(other) === placeOf(row) && sayTheSame(other, row))]),
  )
  return rows.map((row) => {
    const former = same.get(row) ?? take((other) => placeOf(other) === placeOf(row))
    return { ...row, former: former?.target ?? null }
  })
}

function placeOf({ block, field }: NotedRow): string {
  return `${block}/${field}`
}

function sayTheSame(left: NotedRow, right: NotedRow): boolean {
  return plainText(left.source) === plainText(right.source)
}
