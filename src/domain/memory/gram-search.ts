import { boundedDistance, type DistancePattern, distancePattern } from './bit-distance.ts'
import type { GramSegment } from './gram-segment.ts'
import { longestKey } from './gram-segment.ts'
import { type Script, scriptOf } from './match-key.ts'
import { type SharedGrams, sharedGrams } from './shared-grams.ts'
import { codesOf, gramBucket, gramLength, unitsOf } from './units.ts'

/** A found text: its number in the store, and how like it is, 0 to 1, by edit distance of the keys' codes. */
export type GramHit = Readonly<{ number: number; likeness: number }>

export type GramQuery = Readonly<{
  units: Uint16Array
  script: Script
  pattern: DistancePattern
  shared: SharedGrams
}>

export type GramWish = Readonly<{
  /** Least likeness, 0 to 1. */
  least: number
  /** Most hits. */
  most: number
  /** Only units that have one of these languages. */
  mask: number
}>

export function prepareQuery(key: string, language: string): GramQuery {
  const cut = key.slice(0, longestKey)
  const codes = codesOf(cut)
  const script = scriptOf(language)
  return {
    units: unitsOf(cut),
    script,
    pattern: distancePattern(codes),
    shared: sharedGrams(codes, script),
  }
}

/** Room for the counts of one search; shared by searches of one thread, which are one after another. */
export type SearchRoom = { counts: Uint8Array; found: Uint32Array }

export function searchRoom(): SearchRoom {
  return { counts: new Uint8Array(0), found: new Uint32Array(0) }
}

/**
 * Texts at least so like, the most alike first. Three sieves, each finer and dearer: a few of the query's rarest
 * grams, all its grams, the edit distance. The first two may miss a text; how seldom is measured (`npm run bench
 * memory`). Where few texts are of a fitting length none is missed.
 */
export function searchSegment(
  segment: GramSegment,
  query: GramQuery,
  wish: GramWish,
  room: SearchRoom,
): readonly GramHit[] {
  const window = windowOf(segment, query.units.length, wish.least)
  const size = window.end - window.first
  if (size <= 0) return []
  makeRoom(room, size, window.end)
  const lists = size <= smallWindow ? undefined : rarestLists(segment, query, window)
  const count = lists ? countLists(segment, lists, window, room) : takeWindow(window, room)
  return mostAlike(segment, query, count, wish, room)
}

type Window = Readonly<{ first: number; end: number }>

/** So many texts are looked at one by one. */
const smallWindow = 4000

/** Places whose texts are neither too short nor too long to be so like. */
function windowOf({ places, size }: GramSegment, length: number, least: number): Window {
  const longest = places.length - 2
  const shortest = Math.ceil(length * least - 1e-9)
  const most = Math.floor(length / least + 1e-9)
  if (shortest > longest) return { first: size, end: size }
  return { first: places[shortest] as number, end: most >= longest ? size : (places[most + 1] as number) }
}

function makeRoom(room: SearchRoom, found: number, places: number): void {
  if (room.found.length < found) room.found = new Uint32Array(found)
  if (room.counts.length < places) room.counts = new Uint8Array(places)
}

function takeWindow(window: Window, room: SearchRoom): number {
  const size = window.end - window.first
  for (let at = 0; at < size; at += 1) room.found[at] = window.first + at
  return size
}

type List = Readonly<{ from: number; to: number }>

/** At least so many lists are counted, then more while their postings stay under a share of the window. */
const fewestLists = 10
const postingShare = 0.2
const postingLeast = 20_000
/** With fewer lists than this a text that shares none of them would be missed too often. */
const tooFewLists = 4
/** A count is a byte. */
const mostLists = 200

/** The query's rarest grams, each as its slice of postings inside the window; undefined when they are too few. */
function rarestLists(segment: GramSegment, query: GramQuery, window: Window): readonly List[] | undefined {
  const lists = allLists(segment, query, window).sort(
    (left, right) => left.to - left.from - (right.to - right.from),
  )
  const budget = Math.max(postingLeast, (window.end - window.first) * postingShare)
  const chosen: List[] = []
  let total = 0
  for (const list of lists) {
    total += list.to - list.from
    if (chosen.length >= mostLists || (chosen.length >= fewestLists && total > budget)) break
    chosen.push(list)
  }
  return chosen.length < tooFewLists ? undefined : chosen
}

function allLists(segment: GramSegment, { units }: GramQuery, window: Window): List[] {
  const { offsets, postings, bits, common } = segment
  const length = gramLength(segment.script)
  const seen = new Set<number>()
  const lists: List[] = []
  for (let at = 0; at + length <= units.length; at += 1) {
    const bucket = gramBucket(units, at, length, bits)
    if (seen.has(bucket) || common[bucket] === 1) continue
    seen.add(bucket)
    const end = offsets[bucket + 1] as number
    const from = firstAtLeast(postings, offsets[bucket] as number, end, window.first)
    const to = firstAtLeast(postings, from, end, window.end)
    if (to > from) lists.push({ from, to })
  }
  return lists
}

function firstAtLeast(postings: Uint32Array, from: number, to: number, place: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((postings[middle] as number) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** A text must stand in so many of the lists. */
function neededLists(lists: number): number {
  return lists >= 16 ? 3 : 2
}

/** Puts the places that stand in enough lists into `room.found`; answers how many. */
function countLists(
  { postings }: GramSegment,
  lists: readonly List[],
  window: Window,
  { counts, found }: SearchRoom,
): number {
  counts.fill(0, window.first, window.end)
  const needed = neededLists(lists.length)
  // by a number of lists: how many places stand in as many
  const reached = new Uint32Array(mostLists + 2)
  let count = 0
  for (const { from, to } of lists) {
    for (let at = from; at < to; at += 1) {
      const place = postings[at] as number
      const seen = (counts[place] as number) + 1
      counts[place] = seen
      reached[seen] = (reached[seen] as number) + 1
      if (seen === needed) {
        found[count] = place
        count += 1
      }
    }
  }
  const raised = raisedNeed(needed, lists.length, reached)
  return raised === needed ? count : keepCounted(raised, count, counts, found)
}

/** So many candidates are looked at closely; of more, those that stand in the most lists. */
const manyCandidates = 1500
/** But never is a text asked to stand in more than this share of the lists. */
const highestShare = 0.3

function raisedNeed(needed: number, lists: number, reached: Uint32Array): number {
  const highest = Math.max(needed, Math.floor(lists * highestShare))
  let raised = needed
  while (raised < highest && (reached[raised] as number) > manyCandidates) raised += 1
  return raised
}

function keepCounted(least: number, count: number, counts: Uint8Array, found: Uint32Array): number {
  let kept = 0
  for (let at = 0; at < count; at += 1) {
    const place = found[at] as number
    if ((counts[place] as number) < least) continue
    found[kept] = place
    kept += 1
  }
  return kept
}

/** Places by how like they may be at most, in steps of a hundredth. */
type Steps = readonly number[][]

function mostAlike(
  segment: GramSegment,
  query: GramQuery,
  count: number,
  wish: GramWish,
  { found }: SearchRoom,
): readonly GramHit[] {
  const steps = Array.from({ length: 101 }, (): number[] => [])
  const { codes, starts, masks } = segment
  for (let at = 0; at < count; at += 1) {
    const place = found[at] as number
    if (((masks[place] as number) & wish.mask) === 0) continue
    const bound = query.shared.bound(codes, starts[place] as number, starts[place + 1] as number, wish.least)
    if (bound >= wish.least) steps[Math.floor(bound * 100)]?.push(place)
  }
  return verified(segment, query, steps, wish)
}

/** The most promising first: once there are enough hits, a text that cannot be more like is passed over. */
function verified(segment: GramSegment, query: GramQuery, steps: Steps, wish: GramWish): readonly GramHit[] {
  const { starts, codes, numbers } = segment
  let hits: GramHit[] = []
  let floor = wish.least
  for (let step = 100; step >= 0 && step + 1 > floor * 100; step -= 1) {
    for (const place of steps[step] as number[]) {
      const from = starts[place] as number
      const to = starts[place + 1] as number
      const longer = Math.max(to - from, query.units.length)
      const most = Math.floor(longer * (1 - floor) + 1e-9)
      const distance = boundedDistance(query.pattern, codes, from, to, most)
      if (distance > most) continue
      hits.push({ number: numbers[place] as number, likeness: longer === 0 ? 1 : 1 - distance / longer })
      if (hits.length < wish.most * 2) continue
      hits = bestHits(hits, wish.most)
      floor = hits.at(-1)?.likeness ?? floor
    }
  }
  return bestHits(hits, wish.most)
}

function bestHits(hits: GramHit[], most: number): GramHit[] {
  return hits
    .sort((left, right) => right.likeness - left.likeness || left.number - right.number)
    .slice(0, most)
}
