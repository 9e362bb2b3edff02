import type * as Y from 'yjs'
import type { Item } from './insertions.ts'
import { flagHere, flagJoined, freshMarkers } from './markers.ts'
import { bodyText, endEmbed } from './roots.ts'

/** At a place of the body text as it was: how much goes from there on, and what comes. */
export type Step = Readonly<{ at: number; remove: number; items: readonly Item[] }>

/** New marks for a stretch of the body text as it was; null takes a mark away. */
export type BodyRemark = Readonly<{ at: number; length: number; change: Readonly<Record<string, unknown>> }>

type Op = Readonly<{
  retain?: number
  delete?: number
  insert?: string | object
  attributes?: Readonly<Record<string, unknown>>
}>

/** One thing to do on the way through the text; at one place the lower rank comes first. */
type Stop = Readonly<{ at: number; length: number; rank: 0 | 1 | 2; op: (length: number) => readonly Op[] }>

/**
 * Takes all steps in one walk through the text: each by itself would begin at the start again, since what begins
 * at a remembered place does not know what is bold there (see `removeText`).
 */
export function takeSteps(doc: Y.Doc, steps: readonly Step[], remarks: readonly BodyRemark[]): void {
  const flags: (() => void)[] = []
  const names = freshMarkers(doc)
  const inserts = steps
    .filter(({ items }) => items.length > 0)
    .map(({ at, items }): Stop => {
      const ops = opsOf(doc, items, names, flags)
      // Behind what goes from the same place on, before what stays.
      return { at, length: 0, rank: 1, op: () => ops }
    })
  const places = [...new Set(inserts.map(({ at }) => at))].toSorted((left, right) => left - right)
  const removed = steps.filter(({ remove }) => remove > 0)
  const stops = [
    ...removed.flatMap(({ at, remove }) => cut(at, remove, places, 0, (length) => ({ delete: length }))),
    // Of two that come to one place the later step stands first.
    ...inserts.toReversed(),
    ...remarks.flatMap(({ at, length, change }) =>
      cut(at, length, places, 2, (retain) => ({ retain, attributes: { ...change } })),
    ),
  ]
  const ops = walk(stops.toSorted((left, right) => left.at - right.at || left.rank - right.rank))
  if (ops.length > 0) bodyText(doc).applyDelta(ops)
  for (const flag of flags) flag()
}

/** A stretch in parts, so that each place where something comes is the start of one. */
function cut(
  at: number,
  length: number,
  places: readonly number[],
  rank: Stop['rank'],
  op: (length: number) => Op,
): readonly Stop[] {
  const first = firstAbove(places, at)
  const inside = places.slice(first, firstAbove(places, at + length - 1))
  return [at, ...inside].map((from, index) => ({
    at: from,
    length: (inside[index] ?? at + length) - from,
    rank,
    op: (some) => [op(some)],
  }))
}

function firstAbove(places: readonly number[], limit: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}

function walk(stops: readonly Stop[]): Op[] {
  const ops: Op[] = []
  let at = 0
  for (const stop of stops) {
    if (stop.at > at) ops.push({ retain: stop.at - at })
    ops.push(...stop.op(stop.length))
    at = Math.max(at, stop.at + stop.length)
  }
  return ops
}

/** What puts the items in; `flags` are set once they are there. */
function opsOf(
  doc: Y.Doc,
  items: readonly Item[],
  names: () => string,
  flags: (() => void)[],
): readonly Op[] {
  let before = ''
  return items.flatMap((item): readonly Op[] => {
    // The empty attributes keep marks from running on.
    if (item.kind === 'end') return [{ insert: { ...endEmbed }, attributes: {} }]
    if (item.kind === 'text') {
      return item.runs
        .filter(({ text }) => text !== '')
        .map(({ text, marks }) => ({ insert: text, attributes: { ...marks } }))
    }
    const [marker, target] = [names(), before]
    before = marker
    flags.push(() => flagHere(doc, marker))
    if (item.joins) flags.push(() => flagJoined(doc, marker, target))
    const head = { b: item.block, m: marker, ...(item.splitFrom && { s: item.splitFrom }) }
    return [{ insert: head, attributes: {} }]
  })
}
