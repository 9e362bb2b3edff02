import type * as Y from 'yjs'
import type { LetterRange } from './letter-ids.ts'
import { markerFlags } from './roots.ts'

/** Letters that were written anew when their block was moved, and those they stand for; equally many. */
export type Move = Readonly<{ copy: LetterRange; original: LetterRange }>

/** `marker` opens the block that was moved. */
export function noteMoves(doc: Y.Doc, marker: string, moves: readonly Move[]): void {
  const rows = moves.map(({ copy, original }) => [
    copy.client,
    copy.clock,
    copy.length,
    original.client,
    original.clock,
  ])
  if (rows.length > 0) markerFlags(doc).set(`${marker}${ending}`, JSON.stringify(rows))
}

/** From now on what stands behind this marker is a text of its own, whatever it was copied from. */
export function forgetMoves(doc: Y.Doc, marker: string): void {
  markerFlags(doc).delete(`${marker}${ending}`)
}

/** All moves by marker; what a broken program may have left is passed over. */
export function readMoves(doc: Y.Doc): ReadonlyMap<string, readonly Move[]> {
  const all = new Map<string, readonly Move[]>()
  for (const [key, value] of markerFlags(doc)) {
    if (key.endsWith(ending)) all.set(key.slice(0, -ending.length), parseMoves(value))
  }
  return all
}

const ending = '/moved'

function parseMoves(value: string | true): readonly Move[] {
  const rows = typeof value === 'string' ? parseJson(value) : undefined
  return Array.isArray(rows) ? rows.flatMap(parseMove) : []
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parseMove(row: unknown): readonly Move[] {
  if (!isRow(row)) return []
  const [client, clock, length, from, at] = row
  return [{ copy: { client, clock, length }, original: { client: from, clock: at, length } }]
}

function isRow(row: unknown): row is readonly [number, number, number, number, number] {
  return Array.isArray(row) && row.length === 5 && row.every(Number.isSafeInteger)
}
