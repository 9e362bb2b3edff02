import { boundedDistance, type DistancePattern, distancePattern } from './bit-distance.ts'
import { findCandidates, type SearchRoom } from './gram-candidates.ts'
import { type GramSegment, longestKey } from './gram-segment.ts'
import { type Script, scriptOf } from './match-key.ts'
import { type SharedGrams, sharedGrams } from './shared-grams.ts'
import { codesOf, unitsOf } from './units.ts'

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
  const count = findCandidates(segment, query.units, wish.least, room)
  return count === 0 ? [] : mostAlike(segment, query, count, wish, room)
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
