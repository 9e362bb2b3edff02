import { boundedDistance } from './bit-distance.ts'
import { searchRoom } from './gram-candidates.ts'
import { type GramHit, type GramQuery, type GramWish, prepareQuery, searchSegment } from './gram-search.ts'
import { createSegmentBuilder, type GramSegment, longestKey } from './gram-segment.ts'
import { scriptOf } from './match-key.ts'
import { codesOf } from './units.ts'

/**
 * All texts of one language, to be searched by likeness. What is added later stands in a short tail, then in small
 * segments that are joined when two are of a size: an addition costs little, a search asks few segments.
 */
export type MemoryIndex = Readonly<{
  /** `key` as `matchKey` made it; `mask` has a bit for each language its unit has. The same number may come again. */
  add(number: number, mask: number, key: string): void
  /** Texts at least so like a key, the most alike first, each number once. */
  search(key: string, wish: GramWish): readonly GramHit[]
  size(): number
  /** Bytes of the typed arrays. */
  bytes(): number
}>

type Entry = Readonly<{ number: number; mask: number; key: string; codes: Uint8Array }>
type Small = Readonly<{ segment: GramSegment; entries: readonly Entry[] }>

const tailLength = 1024

/** `base` holds what was there at the start; it is never written anew here. */
export function createMemoryIndex(language: string, base?: GramSegment): MemoryIndex {
  const room = searchRoom()
  const tail: Entry[] = []
  const small: Small[] = []
  return {
    add(number, mask, key) {
      const cut = key.slice(0, longestKey)
      tail.push({ number, mask, key: cut, codes: codesOf(cut) })
      if (tail.length < tailLength) return
      small.push(smallSegment(language, tail.splice(0)))
      joinEqual(language, small)
    },
    search(key, wish) {
      const query = prepareQuery(key, language)
      const segments = [...(base ? [base] : []), ...small.map(({ segment }) => segment)]
      const hits = segments.flatMap((segment) => searchSegment(segment, query, wish, room))
      return bestOfEach([...hits, ...searchTail(tail, query, wish)], wish.most)
    },
    size: () => (base?.size ?? 0) + small.reduce((sum, { segment }) => sum + segment.size, tail.length),
    bytes: () =>
      [...(base ? [base] : []), ...small.map(({ segment }) => segment)].reduce(
        (sum, segment) => sum + segmentBytes(segment),
        0,
      ),
  }
}

function smallSegment(language: string, entries: readonly Entry[]): Small {
  const builder = createSegmentBuilder(scriptOf(language))
  for (const { number, mask, key } of entries) builder.add(number, mask, key)
  return { segment: builder.finish(), entries }
}

/** As in a binary counter: a segment is joined with its neighbour while that is no larger than twice its size. */
function joinEqual(language: string, small: Small[]): void {
  for (;;) {
    const [left, right] = small.slice(-2)
    if (!left || !right || left.segment.size > right.segment.size * 2) return
    small.splice(-2, 2, smallSegment(language, [...left.entries, ...right.entries]))
  }
}

function searchTail(tail: readonly Entry[], query: GramQuery, wish: GramWish): readonly GramHit[] {
  return tail.flatMap(({ number, mask, codes }) => {
    if ((mask & wish.mask) === 0) return []
    const longer = Math.max(codes.length, query.units.length)
    const most = Math.floor(longer * (1 - wish.least) + 1e-9)
    const distance = boundedDistance(query.pattern, codes, 0, codes.length, most)
    return distance <= most ? [{ number, likeness: longer === 0 ? 1 : 1 - distance / longer }] : []
  })
}

function bestOfEach(hits: GramHit[], most: number): readonly GramHit[] {
  const seen = new Set<number>()
  return hits
    .sort((left, right) => right.likeness - left.likeness || left.number - right.number)
    .filter(({ number }) => !seen.has(number) && seen.add(number))
    .slice(0, most)
}

function segmentBytes(segment: GramSegment): number {
  const { numbers, masks, starts, codes, places, offsets, postings, common } = segment
  return [numbers, masks, starts, codes, places, offsets, postings, common].reduce(
    (sum, line) => sum + line.byteLength,
    0,
  )
}
