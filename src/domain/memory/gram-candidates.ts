import type { GramSegment } from './gram-segment.ts'
import { gramBucket, gramLength } from './units.ts'

/** Room for one search; shared by searches of one thread, which are one after another. */
export type SearchRoom = {
  /** By place: in how many lists it stands. */
  counts: Uint8Array
  /** The places found, as many as `findCandidates` says. */
  found: Uint32Array
}

export function searchRoom(): SearchRoom {
  return { counts: new Uint8Array(0), found: new Uint32Array(0) }
}

/**
 * The first sieve: puts the places of texts that may be so like (0 to 1) into `room.found` and answers how many. Short
 * texts and the others are looked for apart, as their lists are.
 */
export function findCandidates(
  segment: GramSegment,
  units: Uint16Array,
  least: number,
  room: SearchRoom,
): number {
  const { first, end } = windowOf(segment, units.length, least)
  if (end <= first) return 0
  makeRoom(room, end - first, end)
  const { shortEnd } = segment
  const short = { first, end: Math.min(end, shortEnd), ...shortBand, held: 0 }
  const held = findInBand(segment, units, short, room)
  const long = { first: Math.max(first, shortEnd), end, ...longBand, held }
  return findInBand(segment, units, long, room)
}

/** Places; the end is not among them. */
type Window = Readonly<{ first: number; end: number }>

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

/**
 * `postingShare`: lists are counted while their postings stay under this share of the window. Short texts say little,
 * so that more of it is asked.
 */
const shortBand = { postingShare: 0.7, allGrams: true }
const longBand = { postingShare: 0.2, allGrams: false }
/** `held`: so many places stand in `found` already. */
type Band = Window & Readonly<{ postingShare: number; allGrams: boolean; held: number }>

/** So many texts are looked at one by one. */
const smallWindow = 4000

function findInBand(segment: GramSegment, units: Uint16Array, band: Band, room: SearchRoom): number {
  if (band.end <= band.first) return band.held
  const lists = band.end - band.first <= smallWindow ? undefined : rarestLists(segment, units, band)
  return lists ? countLists(segment, lists, units.length, band, room) : takeWindow(band, room)
}

function takeWindow({ first, end, held }: Band, { found }: SearchRoom): number {
  for (let place = first; place < end; place += 1) found[held + place - first] = place
  return held + end - first
}

type List = Readonly<{ from: number; to: number }>

/** At least so many lists are counted, then more while their postings stay under a share of the window. */
const fewestLists = 10
const postingLeast = 20_000
/** With fewer lists than this a text that shares none of them would be missed too often. */
const tooFewLists = 4
/** A count is a byte. */
const mostLists = 200

/** The query's rarest grams, each as its slice of postings inside the window; undefined when they are too few. */
function rarestLists(segment: GramSegment, units: Uint16Array, band: Band): readonly List[] | undefined {
  const lists = allLists(segment, units, band).sort(
    (left, right) => left.to - left.from - (right.to - right.from),
  )
  const budget = Math.max(postingLeast, (band.end - band.first) * band.postingShare)
  const chosen: List[] = []
  let total = 0
  for (const list of lists) {
    total += list.to - list.from
    if (chosen.length >= mostLists || (chosen.length >= fewestLists && total > budget)) break
    chosen.push(list)
  }
  return chosen.length < tooFewLists ? undefined : chosen
}

function allLists(segment: GramSegment, units: Uint16Array, band: Band): List[] {
  const { offsets, postings, bits, common } = segment
  const length = gramLength(segment.script)
  const seen = new Set<number>()
  const lists: List[] = []
  for (let at = 0; at + length <= units.length; at += 1) {
    const bucket = gramBucket(units, at, length, bits)
    if (seen.has(bucket) || (common[bucket] === 1 && !band.allGrams)) continue
    seen.add(bucket)
    const end = offsets[bucket + 1] as number
    const from = firstAtLeast(postings, offsets[bucket] as number, end, band.first)
    const to = firstAtLeast(postings, from, end, band.end)
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

/** Adds the places that stand in enough lists to `room.found`; answers how many there are then. */
function countLists(
  { postings }: GramSegment,
  lists: readonly List[],
  length: number,
  { first, end, held }: Band,
  { counts, found }: SearchRoom,
): number {
  counts.fill(0, first, end)
  const needed = neededLists(lists.length)
  // by a number of lists: how many places stand in as many
  const reached = new Uint32Array(mostLists + 2)
  let count = held
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
  const raised = raisedNeed(needed, lists.length, reached, length)
  return raised === needed ? count : keepCounted(raised, held, count, counts, found)
}

/**
 * So many candidates are looked at closely: more of short ones, which cost less and are more alike. Of more than that,
 * those that stand in the most lists.
 */
const fewestCandidates = 1500
const candidateLetters = 100_000
/** But never is a text asked to stand in more than this share of the lists. */
const highestShare = 0.5

function raisedNeed(needed: number, lists: number, reached: Uint32Array, length: number): number {
  const most = Math.max(fewestCandidates, candidateLetters / length)
  const highest = Math.max(needed, Math.floor(lists * highestShare))
  let raised = needed
  while (raised < highest && (reached[raised] as number) > most) raised += 1
  return raised
}

function keepCounted(
  least: number,
  held: number,
  count: number,
  counts: Uint8Array,
  found: Uint32Array,
): number {
  let kept = held
  for (let at = held; at < count; at += 1) {
    const place = found[at] as number
    if ((counts[place] as number) < least) continue
    found[kept] = place
    kept += 1
  }
  return kept
}
