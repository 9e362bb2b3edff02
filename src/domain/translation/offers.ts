import { plainText } from '../segments/coded-text.ts'
import { compareGrams, type Grams, gramsOf, type Likeness } from '../segments/similarity.ts'
import type { Orphan } from './orphans.ts'
import type { SourceRow } from './source-rows.ts'
import type { TargetText } from './target-texts.ts'

/** A text whose sentence was changed, offered for what it may have become. `similarity` of the sources, 0 to 1. */
export type Offer = Readonly<{ text: TargetText; similarity: number }>

/** How alike two sentences must be: in one field of one block, and elsewhere. */
const alike = { inPlace: 0.35, elsewhere: 0.6 }
/** How much of one sentence must be in the other to be a part that was split off, or one that was joined. */
const part = 0.7
/** Shorter sentences are parts of everything. */
const shortestPart = 8
const mostOffers = 3
/** Letters that stand in more sentences than this say nothing of which is meant. */
const commonGram = 40

type Row = Readonly<{ id: string; field: string; grams: Grams; order: number }>
type Lost = Orphan & Readonly<{ grams: Grams }>
type Pair = Readonly<{ row: Row; lost: Lost; likeness: Likeness }>

/**
 * Offers texts that lost their sentence to rows that have none, by row id: first in the same field of the same
 * block, one to one, the most similar first, ties by key; then further rows that are parts of the same sentence, and
 * further texts whose sentences are parts of the same row; at last, of texts that stand nowhere, to similar rows
 * elsewhere.
 */
export function offerOrphans(
  empty: readonly SourceRow[],
  orphans: readonly Orphan[],
): ReadonlyMap<string, readonly Offer[]> {
  const offers = new Map<string, Offer[]>()
  if (empty.length === 0 || orphans.length === 0) return offers
  const rows = empty.map(gramsOfRow)
  const lost = orphans.map((orphan) => ({ ...orphan, grams: gramsOf(plainText(orphan.text.source)) }))
  const used = new Set<string>()
  const offer = ({ row, lost: { text }, likeness }: Pair) => {
    const all = offers.get(row.id) ?? []
    if (all.length === mostOffers || all.some((other) => other.text.id === text.id)) return
    offers.set(row.id, [...all, { text, similarity: likeness.likeness }])
    used.add(text.id)
  }
  const near = pairsInPlace(rows, lost)
  for (const pair of oneToOne(
    near.filter(({ lost: { replaced } }) => !replaced),
    alike.inPlace,
  ))
    offer(pair)
  for (const pair of parts(near, offers, used)) offer(pair)
  const farRows = rows.filter(({ id }) => !offers.has(id))
  const farLost = lost.filter(({ live, replaced, text }) => !live && !replaced && !used.has(text.id))
  for (const pair of oneToOne(pairsElsewhere(farRows, farLost), alike.elsewhere)) offer(pair)
  return offers
}

function gramsOfRow({ id, segment }: SourceRow, order: number): Row {
  const { block, field } = segment.place
  return { id, field: `${block}/${field}`, grams: gramsOf(plainText(segment.source)), order }
}

function pairsInPlace(rows: readonly Row[], lost: readonly Lost[]): readonly Pair[] {
  const byField = Map.groupBy(lost, ({ field }) => field)
  return rows.flatMap((row) =>
    (byField.get(row.field) ?? []).map((each) => ({
      row,
      lost: each,
      likeness: compareGrams(row.grams, each.grams),
    })),
  )
}

/** Each text to one row and each row to one text, the most similar first. */
function oneToOne(pairs: readonly Pair[], least: number): readonly Pair[] {
  const rows = new Set<string>()
  const texts = new Set<Lost>()
  return pairs
    .filter(({ likeness }) => likeness.likeness >= least)
    .sort(byLikeness)
    .filter(({ row, lost }) => {
      if (rows.has(row.id) || texts.has(lost)) return false
      rows.add(row.id)
      texts.add(lost)
      return true
    })
}

function byLikeness(left: Pair, right: Pair): number {
  const [one, other] = [left.lost.text.id, right.lost.text.id]
  return (
    right.likeness.likeness - left.likeness.likeness ||
    (one === other ? left.row.order - right.row.order : one < other ? -1 : 1)
  )
}

/** Rows without an offer that are a part of a lost sentence, and lost sentences that are a part of a row. */
function parts(
  pairs: readonly Pair[],
  offers: ReadonlyMap<string, readonly Offer[]>,
  used: ReadonlySet<string>,
): readonly Pair[] {
  return pairs
    .filter(({ row, lost, likeness }) => {
      const split = !offers.has(row.id) && row.grams.size >= shortestPart && likeness.leftInRight >= part
      const joined =
        !used.has(lost.text.id) && lost.grams.size >= shortestPart && likeness.rightInLeft >= part
      return split || joined
    })
    .sort(byLikeness)
}

/** Pairs that share letters which are not everywhere: a whole text may have been replaced. */
function pairsElsewhere(rows: readonly Row[], lost: readonly Lost[]): readonly Pair[] {
  const holders = new Map<string, Lost[]>()
  for (const each of lost) {
    for (const gram of each.grams.counts.keys()) {
      const known = holders.get(gram)
      if (known) known.push(each)
      else holders.set(gram, [each])
    }
  }
  return rows.flatMap((row) => {
    const grams = [...row.grams.counts.keys()]
    const few = grams.flatMap((gram) => {
      const found = holders.get(gram) ?? []
      return found.length <= commonGram ? found : []
    })
    return [...new Set(few)].map((each) => ({
      row,
      lost: each,
      likeness: compareGrams(row.grams, each.grams),
    }))
  })
}
