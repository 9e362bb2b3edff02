import type { Hash } from '../segments/article-segments.ts'
import { plainText } from '../segments/coded-text.ts'
import { joinCoded } from '../segments/inline-codes.ts'
import { occurrenceId, type Segment } from '../segments/segments.ts'
import { compareGrams, gramsOf } from '../segments/similarity.ts'
import type { Merge, Neighbours } from './target-texts.ts'

/** What one target is asked for: a sentence, or several that were merged. */
export type SourceRow = Readonly<{
  /** Its occurrence as one word. */
  id: string
  segment: Segment
  /** The sentences in it, the first of which says where the target stands. */
  members: readonly Segment[]
  neighbours: Neighbours
}>

/** How alike a sentence must be to the one it replaces for a merge to outlast the change. */
const stillTheSame = 0.85
/** Letters of a key that tell a neighbour well enough. */
const neighbourKey = 12

/** The rows of an article: its sentences, those folded into one that somebody merged. */
export function sourceRows(
  segments: readonly Segment[],
  merges: readonly Merge[],
  hash: Hash,
): readonly SourceRow[] {
  const folds = createFolds(segments, merges)
  const groups: Segment[][] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    const former = last?.at(-1)
    if (last && former && folds(former, segment)) last.push(segment)
    else groups.push([segment])
  }
  const seen = new Map<string, number>()
  const rows = groups.map((members) => rowOf(members, hash, seen))
  const keyAt = (index: number) => rows[index]?.segment.key.slice(0, neighbourKey) ?? ''
  return rows.map((row, index) => ({
    ...row,
    neighbours: { before: keyAt(index - 1), behind: keyAt(index + 1) },
  }))
}

function rowOf(
  members: readonly Segment[],
  hash: Hash,
  seen: Map<string, number>,
): Omit<SourceRow, 'neighbours'> {
  const [first, ...rest] = members
  if (!first) throw new Error('A row has a sentence')
  if (rest.length === 0) return { id: occurrenceId(first), segment: first, members }
  const key = hash(`merged ${members.map((member) => member.key).join(' ')}`).slice(0, first.key.length)
  const { block, field } = first.place
  const at = `${key} ${block} ${field}`
  const ordinal = seen.get(at) ?? 0
  seen.set(at, ordinal + 1)
  const segment = {
    ...first,
    key,
    place: { block, field, ordinal },
    source: members
      .map(({ source }) => source)
      .reduce((joined, source, index) => {
        const between = members[index - 1]?.place.block === members[index]?.place.block ? ' ' : '\n'
        return joinCoded(joined, between, source)
      }),
    glue: members.at(-1)?.glue ?? '',
  }
  return { id: occurrenceId(segment), segment, members }
}

/**
 * Whether two neighbours are merged. When one of the two was changed since, the other and what it became are still
 * merged; of what was moved away or taken out, they are not.
 */
function createFolds(
  segments: readonly Segment[],
  merges: readonly Merge[],
): (first: Segment, second: Segment) => boolean {
  if (merges.length === 0) return () => false
  const present = new Set(segments.map(occurrenceId))
  const became = (occurrence: string, words: string, now: Segment) =>
    occurrence === occurrenceId(now) ||
    (!present.has(occurrence) && isInField(occurrence, now) && isLike(words, plainText(now.source)))
  return (first, second) =>
    merges.some(
      (merge) =>
        (merge.first === occurrenceId(first) || merge.second === occurrenceId(second)) &&
        became(merge.first, merge.firstWords, first) &&
        became(merge.second, merge.secondWords, second),
    )
}

function isInField(occurrence: string, { place }: Segment): boolean {
  return occurrence.includes(`|${place.block}/${place.field}/`)
}

function isLike(left: string, right: string): boolean {
  return compareGrams(gramsOf(left), gramsOf(right)).likeness >= stillTheSame
}
