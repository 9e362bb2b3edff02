import { plainText } from '../segments/coded-text.ts'
import { compareGrams, type Grams, gramsOf, type Likeness } from '../segments/similarity.ts'
import type { Orphan } from './orphans.ts'
import type { SourceRow } from './source-rows.ts'
import type { Neighbours, TargetText } from './target-texts.ts'

/** A text whose sentence was changed, offered for what it may have become. `similarity` of the sources, 0 to 1. */
export type Offer = Readonly<{ text: TargetText; similarity: number }>

/** How alike two sentences must be: in one field of one block, and elsewhere. */
const alike = { inPlace: 0.35, elsewhere: 0.6 }
/** How much of one sentence must be in the other to be a part that was split off, or one that was joined. */
const part = 0.7
/** Shorter sentences are parts of everything. */
const shortestPart = 8
/** A part is this much shorter than the whole at least: two sentences alike are no parts of each other. */
const partLength = 0.75
/** A sentence that is nearly whole in one row was not split. */
const whole = 0.8
const mostOffers = 3
/** What the same neighbour counts: more than a figure in a sentence of ten words. */
const perNeighbour = 0.1
/** What it costs a text that another was made from in the same place: the younger one is meant. */
const olderCosts = 0.15
/** So much alike, and between the same neighbours, a sentence is meant whatever else was made from its text. */
const certain = 0.85
/** Letters that stand in more sentences than this say nothing of which is meant. */
const commonGram = 40

type Row = Readonly<{ id: string; field: string; grams: Grams; order: number; neighbours: Neighbours }>
type Lost = Orphan & Readonly<{ grams: Grams; isOlder: boolean }>
/** `near` adds what the neighbours say to the likeness: of sentences alike the one between the same two is meant. */
type Pair = Readonly<{ row: Row; lost: Lost; likeness: Likeness; near: number }>

/**
 * Offers texts that lost their sentence to rows that have none, by row id: first in the same field of the same
 * block, one to one, the most similar first, ties by key; then further rows that are parts of the same sentence, and
 * further texts whose sentences are parts of the same row or like it; at last, of texts that stand nowhere, to similar rows
 * elsewhere.
 */
export function offerOrphans(
  empty: readonly SourceRow[],
  orphans: readonly Orphan[],
): ReadonlyMap<string, readonly Offer[]> {
  const offers = new Map<string, Offer[]>()
  if (empty.length === 0 || orphans.length === 0) return offers
  const rows = empty.map(gramsOfRow)
  const older = new Set(orphans.flatMap(({ field, text }) => text.from.map(({ id }) => `${field} ${id}`)))
  const lost = oneOfEach(orphans).map((orphan) => ({
    ...orphan,
    isOlder: older.has(`${orphan.field} ${orphan.text.id}`),
    grams: gramsOf(plainText(orphan.text.source)),
  }))
  const used = new Set<string>()
  const offer = ({ row, lost: { text }, likeness }: Pair) => {
    const all = offers.get(row.id) ?? []
    if (all.length === mostOffers || all.some((other) => other.text.id === text.id)) return
    offers.set(row.id, [...all, { text, similarity: likeness.likeness }])
    used.add(text.id)
  }
  const near = pairsInPlace(rows, lost)
  const left = new Map(lost.map(({ field, text, open }) => [`${field} ${text.id}`, open]))
  for (const pair of oneToOne(near, alike.inPlace, left)) offer(pair)
  for (const pair of parts(near, offers, used)) offer(pair)
  const farRows = rows.filter(({ id }) => !offers.has(id))
  const said = new Set(lost.filter(({ text }) => used.has(text.id)).map(({ text }) => sayingOf(text)))
  const farLost = lost.filter(
    ({ live, field, text }) =>
      !live && (left.get(`${field} ${text.id}`) ?? 0) > 0 && !said.has(sayingOf(text)),
  )
  const far = pairsElsewhere(farRows, farLost)
  for (const pair of oneToOne(far, alike.elsewhere, left)) offer(pair)
  for (const pair of rivals(near, offers, used)) offer(pair)
  return offers
}

/** Two that say the same of the same sentence are one. */
function oneOfEach(orphans: readonly Orphan[]): readonly Orphan[] {
  const byFieldAndSaying = (orphan: Orphan) => `${orphan.field} ${sayingOf(orphan.text)}`
  return [...Map.groupBy(orphans, byFieldAndSaying).values()].flatMap(([first]) => (first ? [first] : []))
}

function sayingOf({ key, hash }: TargetText): string {
  return `${key} ${hash}`
}

function gramsOfRow({ id, segment, neighbours }: SourceRow, order: number): Row {
  const { block, field } = segment.place
  return { id, field: `${block}/${field}`, grams: gramsOf(plainText(segment.source)), order, neighbours }
}

function pairsInPlace(rows: readonly Row[], lost: readonly Lost[]): readonly Pair[] {
  const byField = Map.groupBy(lost, ({ field }) => field)
  return rows.flatMap((row) => (byField.get(row.field) ?? []).map((each) => pairOf(row, each)))
}

function pairOf(row: Row, lost: Lost): Pair {
  const likeness = compareGrams(row.grams, lost.grams)
  const matches = lost.neighbours.map(
    ({ before, behind }) =>
      Number(before === row.neighbours.before) + Number(behind === row.neighbours.behind),
  )
  const near = likeness.likeness + Math.max(0, ...matches) * perNeighbour - (lost.isOlder ? olderCosts : 0)
  return { row, lost, likeness, near }
}

/**
 * Each row to one text, and each text to as many rows as it lost places, the most similar first. What a text was made
 * from stood in its place before it: it gives up a place with it. `left` says how many each has, and is counted down.
 */
function oneToOne(pairs: readonly Pair[], least: number, left: Map<string, number>): readonly Pair[] {
  const rows = new Set<string>()
  const used = new Set<Lost>()
  const texts = new Map(pairs.map(({ lost: { text } }) => [text.id, text]))
  const isLeft = ({ field, text }: Lost) => (left.get(`${field} ${text.id}`) ?? 0) > 0
  return pairs
    .filter(({ near }) => near >= least)
    .sort(byLikeness)
    .filter(({ row, lost, near }) => {
      const isMeant = isLeft(lost) || (near >= certain && !used.has(lost))
      if (rows.has(row.id) || !isMeant) return false
      rows.add(row.id)
      used.add(lost)
      for (const id of forebears(lost.text, texts)) {
        const place = `${lost.field} ${id}`
        left.set(place, (left.get(place) ?? 0) - 1)
      }
      return true
    })
}

/** A text and all it was made from. */
function forebears(text: TargetText, texts: ReadonlyMap<string, TargetText>): ReadonlySet<string> {
  const found = new Set([text.id])
  for (const id of found) {
    for (const former of texts.get(id)?.from ?? []) found.add(former.id)
  }
  return found
}

function byLikeness(left: Pair, right: Pair): number {
  const [one, other] = [left.lost.text.id, right.lost.text.id]
  return right.near - left.near || (one === other ? left.row.order - right.row.order : one < other ? -1 : 1)
}

/** Rows without an offer that are a part of a lost sentence, and lost sentences that are a part of a row. */
function parts(
  pairs: readonly Pair[],
  offers: ReadonlyMap<string, readonly Offer[]>,
  used: ReadonlySet<string>,
): readonly Pair[] {
  const best = new Map<Lost, number>()
  for (const { lost, likeness } of pairs) {
    best.set(lost, Math.max(best.get(lost) ?? 0, likeness.likeness))
  }
  return pairs
    .filter(({ row, lost, likeness }) => {
      const isWhole = (best.get(lost) ?? 0) >= whole
      const split = !isWhole && !offers.has(row.id) && isPart(row.grams, lost.grams, likeness.leftInRight)
      const joined = !used.has(lost.text.id) && isPart(lost.grams, row.grams, likeness.rightInLeft)
      return split || joined
    })
    .sort(byLikeness)
}

/** Lost sentences that are as like a row as the one it was given. */
function rivals(
  pairs: readonly Pair[],
  offers: ReadonlyMap<string, readonly Offer[]>,
  used: ReadonlySet<string>,
): readonly Pair[] {
  return pairs
    .filter(
      ({ row, lost, likeness }) =>
        !used.has(lost.text.id) && offers.has(row.id) && likeness.likeness >= alike.inPlace,
    )
    .sort(byLikeness)
}

function isPart(small: Grams, large: Grams, shared: number): boolean {
  return small.size >= shortestPart && small.size <= large.size * partLength && shared >= part
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
      ...pairOf(row, each),
      near: pairOf(row, each).likeness.likeness,
    }))
  })
}
