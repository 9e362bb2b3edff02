import type * as Y from 'yjs'
import type { Body } from './body.ts'
import { type LetterRange, pieceLetters } from './letter-ids.ts'
import { type Move, readMoves } from './moves.ts'

/** Letters of one piece that stand in another place too. */
export type Doubled = Readonly<{
  /** Ids of the other blocks. */
  blocks: ReadonlySet<string>
  /** Markers whose moves led to this. */
  moves: ReadonlySet<string>
}>

/** A letter as it was first written, where it stands now, and the moves that brought it there. */
type Standing = Readonly<{ letters: LetterRange; piece: number; block: string; moves: readonly string[] }>

/**
 * The pieces, by index, of which letters stand twice: two people moved them at the same time, one of them
 * perhaps as a part that was split off. What was pasted is no move.
 */
export function doubledLetters(doc: Y.Doc, body: Body): ReadonlyMap<number, Doubled> {
  const moves = readMoves(doc)
  return moves.size > 0 ? collisions(standings(doc, body, moves)) : new Map()
}

type Moves = ReadonlyMap<string, readonly Move[]>

function standings(doc: Y.Doc, body: Body, moves: Moves): readonly Standing[] {
  const letters = pieceLetters(doc)
  return body.blocks.flatMap(({ id, pieces }) =>
    pieces.flatMap((piece) =>
      (letters[piece] ?? []).flatMap((range) =>
        trace({ letters: range, piece, block: id, moves: [] }, moves),
      ),
    ),
  )
}

/** Back through the moves to the letters as they were typed. */
function trace(standing: Standing, all: Moves): readonly Standing[] {
  for (const [marker, moves] of all) {
    const move = moves.find(({ copy }) => meets(copy, standing.letters))
    // A circle of moves can only be a broken program's.
    if (!move || standing.moves.includes(marker)) continue
    const { letters } = standing
    const start = Math.max(letters.clock, move.copy.clock)
    const end = Math.min(endOf(letters), endOf(move.copy))
    const original = {
      ...move.original,
      clock: move.original.clock + start - move.copy.clock,
      length: end - start,
    }
    return [
      ...trace({ ...standing, letters: original, moves: [...standing.moves, marker] }, all),
      ...cut(letters, letters.clock, start).flatMap((rest) => trace({ ...standing, letters: rest }, all)),
      ...cut(letters, end, endOf(letters)).flatMap((rest) => trace({ ...standing, letters: rest }, all)),
    ]
  }
  return [standing]
}

function cut({ client }: LetterRange, from: number, to: number): readonly LetterRange[] {
  return to > from ? [{ client, clock: from, length: to - from }] : []
}

function endOf({ clock, length }: LetterRange): number {
  return clock + length
}

function meets(left: LetterRange, right: LetterRange): boolean {
  return left.client === right.client && left.clock < endOf(right) && right.clock < endOf(left)
}

function collisions(all: readonly Standing[]): ReadonlyMap<number, Doubled> {
  const found = new Map<number, { blocks: Set<string>; moves: Set<string> }>()
  const note = (one: Standing, other: Standing) => {
    const doubled = found.get(one.piece) ?? { blocks: new Set(), moves: new Set() }
    if (other.block !== one.block) doubled.blocks.add(other.block)
    for (const marker of [...one.moves, ...other.moves]) doubled.moves.add(marker)
    found.set(one.piece, doubled)
  }
  let furthest: Standing | undefined
  for (const standing of all.toSorted(byLetter)) {
    if (furthest && meets(furthest.letters, standing.letters)) {
      note(standing, furthest)
      note(furthest, standing)
    }
    const isBehind = !furthest || furthest.letters.client !== standing.letters.client
    if (!furthest || isBehind || endOf(standing.letters) > endOf(furthest.letters)) furthest = standing
  }
  return found
}

function byLetter({ letters: left }: Standing, { letters: right }: Standing): number {
  return left.client - right.client || left.clock - right.clock
}
