import type * as Y from 'yjs'
import { type Body, readBody } from './body.ts'
import { type LetterRange, pieceLetters, sliceLetters } from './letter-ids.ts'
import { type Move, noteMoves } from './moves.ts'
import { headOf } from './region-text.ts'
import type { Arrival, Region } from './regions.ts'
import { runsText } from './runs.ts'
import { diffText } from './text-edits.ts'

/** A block that is about to be written anew in another place, and the letters it has now. */
export type Departure = Readonly<{ arrival: Arrival; letters: readonly LetterRange[] }>

/** To be asked before anything is written. */
export function departures(doc: Y.Doc, regions: readonly Region[]): readonly Departure[] {
  const moved = regions.flatMap((region) =>
    region.added.filter(({ content }) => region.moved.has(content.id)),
  )
  if (moved.length === 0) return []
  const letters = pieceLetters(doc)
  return moved.map((arrival) => ({
    arrival,
    letters: (arrival.source?.pieces ?? []).flatMap((index) => letters[index] ?? []),
  }))
}

/** Writes down of each moved letter which one it was, so that whoever moved it too shows as odd. */
export function noteArrivals(doc: Y.Doc, before: Body, moved: readonly Departure[]): void {
  if (moved.length === 0) return
  const known = new Set(before.pieces.map((piece) => piece.marker))
  const now = readBody(doc)
  const letters = pieceLetters(doc)
  for (const departure of moved) {
    const { source } = departure.arrival
    const place = now.blocks.find(
      (block) => block.block === source?.block && !known.has(headOf(now, block)?.marker ?? ''),
    )
    const marker = place && headOf(now, place)?.marker
    const copies = (place?.pieces ?? []).flatMap((index) => letters[index] ?? [])
    if (marker) noteMoves(doc, marker, movesOf(departure, copies))
  }
}

function movesOf({ arrival, letters }: Departure, copies: readonly LetterRange[]): readonly Move[] {
  const before = runsText(arrival.source?.runs ?? [])
  const moves: Move[] = []
  let old = 0
  let fresh = 0
  const end = { at: before.length, remove: 0, insert: '' }
  for (const edit of [...diffText(before, runsText(arrival.content.runs)), end]) {
    const kept = edit.at - old
    moves.push(...pair(sliceLetters(copies, fresh, fresh + kept), sliceLetters(letters, old, edit.at)))
    old = edit.at + edit.remove
    fresh += kept + edit.insert.length
  }
  return moves
}

/** Two rows of letters of equal length, cut where either begins a new range. */
function pair(copies: readonly LetterRange[], originals: readonly LetterRange[]): readonly Move[] {
  const ends = [...new Set([...endsOf(copies), ...endsOf(originals)])].toSorted((left, right) => left - right)
  return ends.flatMap((end, index) => {
    const from = ends[index - 1] ?? 0
    const [copy] = sliceLetters(copies, from, end)
    const [original] = sliceLetters(originals, from, end)
    return copy && original ? [{ copy, original }] : []
  })
}

function endsOf(letters: readonly LetterRange[]): readonly number[] {
  let end = 0
  return letters.map(({ length }) => {
    end += length
    return end
  })
}
