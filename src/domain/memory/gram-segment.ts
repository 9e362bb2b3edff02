import type { Script } from './match-key.ts'
import { codeOf, gramBucket, gramLength } from './units.ts'

/**
 * Texts of one language, ready to be searched. Entries stand in order of length, so that a window of lengths is one
 * slice of every posting list; a text's entry number there is its place.
 */
export type GramSegment = Readonly<{
  size: number
  script: Script
  /** By place: the text's number in the store, and the languages its unit also has (one bit each). */
  numbers: Uint32Array
  masks: Uint8Array
  /** By place, one more than entries: where its codes start. */
  starts: Uint32Array
  codes: Uint8Array
  /** By length, up to the longest and one more: the first place that is at least so long. */
  places: Uint32Array
  bits: number
  /** By bucket: where its postings start. */
  offsets: Uint32Array
  postings: Uint32Array
  /** 1 for a bucket that so many texts hold that its postings end with the short ones. */
  common: Uint8Array
  /** The first place that is not short. */
  shortEnd: number
}>

/** Longer texts are matched by their opening alone. */
export const longestKey = 1000
/**
 * Shorter texts keep all their grams: a sentence of six words has so few that the rest, when the common ones are left
 * out, misses what shares only these.
 */
const shortKey = 64
const mostBits = 20

/** Collects texts, then makes a segment of them. Keys are kept as units, not as strings: a million are many. */
export type SegmentBuilder = Readonly<{
  /** `key` as `matchKey` made it. */
  add(number: number, mask: number, key: string): void
  size(): number
  finish(): GramSegment
}>

export function createSegmentBuilder(script: Script): SegmentBuilder {
  let units = new Uint16Array(4096)
  let starts = new Uint32Array(128)
  let numbers = new Uint32Array(128)
  let masks = new Uint8Array(128)
  let size = 0
  return {
    size: () => size,
    add(number, mask, key) {
      const length = Math.min(key.length, longestKey)
      const from = starts[size] as number
      if (from + length > units.length) units = grown(units, new Uint16Array((from + length) * 2))
      if (size + 1 >= starts.length) {
        starts = grown(starts, new Uint32Array(starts.length * 2))
        numbers = grown(numbers, new Uint32Array(numbers.length * 2))
        masks = grown(masks, new Uint8Array(masks.length * 2))
      }
      for (let at = 0; at < length; at += 1) units[from + at] = key.charCodeAt(at)
      numbers[size] = number
      masks[size] = mask
      size += 1
      starts[size] = from + length
    },
    finish: () => buildSegment(script, { units, starts, numbers, masks, size }),
  }
}

function grown<Line extends Uint8Array | Uint16Array | Uint32Array>(line: Line, larger: Line): Line {
  larger.set(line)
  return larger
}

type Collected = Readonly<{
  units: Uint16Array
  starts: Uint32Array
  numbers: Uint32Array
  masks: Uint8Array
  size: number
}>

function buildSegment(script: Script, collected: Collected): GramSegment {
  const { order, places } = sortedByLength(collected)
  const texts = inOrder(collected, order)
  const bits = bucketBits(texts.codes.length)
  const shortEnd = places[shortKey] ?? collected.size
  const grams = gramsOf(script, bits, collected, order, texts.starts, shortEnd)
  return { size: collected.size, script, ...texts, places, bits, shortEnd, ...grams }
}

/** Enough buckets that few rare grams share one, few enough that a small segment stays small. */
function bucketBits(units: number): number {
  return Math.min(mostBits, Math.max(10, Math.ceil(Math.log2(units + 1)) - 1))
}

/** A counting sort: entries by length, and the first place of every length. */
function sortedByLength({ starts, size }: Collected): { order: Uint32Array; places: Uint32Array } {
  const lengthOf = (entry: number) => (starts[entry + 1] as number) - (starts[entry] as number)
  let longest = 0
  for (let entry = 0; entry < size; entry += 1) longest = Math.max(longest, lengthOf(entry))
  const places = new Uint32Array(longest + 2)
  for (let entry = 0; entry < size; entry += 1) bump(places, lengthOf(entry) + 1)
  for (let length = 1; length < places.length; length += 1)
    places[length] = (places[length] as number) + (places[length - 1] as number)
  const next = places.slice()
  const order = new Uint32Array(size)
  for (let entry = 0; entry < size; entry += 1) order[take(next, lengthOf(entry))] = entry
  return { order, places }
}

function bump(line: Uint32Array, at: number): void {
  line[at] = (line[at] as number) + 1
}

function take(line: Uint32Array, at: number): number {
  const value = line[at] as number
  line[at] = value + 1
  return value
}

function inOrder(collected: Collected, order: Uint32Array) {
  const { size, units } = collected
  const numbers = new Uint32Array(size)
  const masks = new Uint8Array(size)
  const starts = new Uint32Array(size + 1)
  const codes = new Uint8Array(collected.starts[size] as number)
  let filled = 0
  for (let place = 0; place < size; place += 1) {
    const entry = order[place] as number
    numbers[place] = collected.numbers[entry] as number
    masks[place] = collected.masks[entry] as number
    const end = collected.starts[entry + 1] as number
    for (let at = collected.starts[entry] as number; at < end; at += 1) {
      codes[filled] = codeOf(units[at] as number)
      filled += 1
    }
    starts[place + 1] = filled
  }
  return { numbers, masks, starts, codes }
}

type Grams = Readonly<{ buckets: Uint32Array; counts: Uint32Array; short: Uint32Array }>

/**
 * Every text's distinct grams as buckets, in order of place, and how many texts hold each bucket. `buckets` has room
 * for each unit; a text's own start where its codes start and end with `none`.
 */
function bucketsOf(
  script: Script,
  bits: number,
  collected: Collected,
  order: Uint32Array,
  shortEnd: number,
): Grams {
  const { units, starts, size } = collected
  const length = gramLength(script)
  const seen = new Uint32Array(2 ** bits)
  const counts = new Uint32Array(2 ** bits + 1)
  const buckets = new Uint32Array(starts[size] as number)
  let base = 0
  let short = counts
  for (let place = 0; place < size; place += 1) {
    if (place === shortEnd) short = counts.slice()
    const entry = order[place] as number
    const start = starts[entry] as number
    const end = starts[entry + 1] as number
    let filled = base
    for (let at = start; at + length <= end; at += 1) {
      const bucket = gramBucket(units, at, length, bits)
      if (seen[bucket] === place + 1) continue
      seen[bucket] = place + 1
      counts[bucket] = (counts[bucket] as number) + 1
      buckets[filled] = bucket
      filled += 1
    }
    // a gram is two units at least, so that a text with grams has room for the end
    if (filled < base + end - start) buckets[filled] = none
    base += end - start
  }
  return { buckets, counts, short }
}

const none = 0xffffffff

function gramsOf(
  script: Script,
  bits: number,
  collected: Collected,
  order: Uint32Array,
  starts: Uint32Array,
  shortEnd: number,
) {
  const held = bucketsOf(script, bits, collected, order, shortEnd)
  const { buckets } = held
  const { common, offsets } = layPostings(held, collected.size)
  const next = offsets.slice()
  const postings = new Uint32Array(offsets[2 ** bits] as number)
  for (let place = 0; place < collected.size; place += 1) {
    const end = starts[place + 1] as number
    for (let at = starts[place] as number; at < end; at += 1) {
      const bucket = buckets[at] as number
      if (bucket === none) break
      if (common[bucket] === 1 && place >= shortEnd) continue
      const to = next[bucket] as number
      next[bucket] = to + 1
      postings[to] = place
    }
  }
  return { common, offsets, postings }
}

/** A gram in more than this share of the texts tells little and would fill the memory. */
const commonShare = 0.04
const commonLeast = 200

function layPostings({ counts, short }: Grams, size: number) {
  const most = Math.max(commonLeast, size * commonShare)
  const buckets = counts.length - 1
  const common = new Uint8Array(buckets)
  const offsets = new Uint32Array(buckets + 1)
  let total = 0
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    offsets[bucket] = total
    const count = counts[bucket] as number
    if (count > most) common[bucket] = 1
    total += count > most ? (short[bucket] as number) : count
  }
  offsets[buckets] = total
  return { common, offsets }
}
