import type { RowState } from '../segments/segments.ts'
import { placeId } from '../segments/segments.ts'
import { type Offer, offerOrphans } from './offers.ts'
import { orphanOccurrences } from './orphans.ts'
import type { SourceRow } from './source-rows.ts'
import {
  type AddedText,
  isAside,
  isConfirmed,
  isEmptyText,
  type TargetText,
  type TranslationContent,
} from './target-texts.ts'

/** A sentence of the source and what there is for it in the target language. */
export type SentenceRow = Readonly<{
  kind: 'sentence'
  id: string
  source: SourceRow
  state: RowState
  /** What stands for it; null while nothing does, or rivals do. */
  text: TargetText | null
  variants: readonly TargetText[]
  /** What was its translation before the source changed, the most similar first. */
  offers: readonly Offer[]
  /** How many rows show this text. */
  shared: number
  separated: boolean
}>

/** A sentence that the source lacks. */
export type AddedRow = Readonly<{
  kind: 'added'
  /** `+<id>` */
  id: string
  text: AddedText
  state: RowState
  /** The row of the source it follows; undefined when no sentence is left. */
  after: SentenceRow | undefined
}>

export type AlignedRow = SentenceRow | AddedRow

export type AlignedTranslation = Readonly<{
  rows: readonly AlignedRow[]
  /** Texts that no row shows: their sentence is gone and nothing like it came. */
  orphans: readonly TargetText[]
}>

/**
 * Lays a translation beside its source as both are now. It is a view: the same documents give the same rows on every
 * machine, and nothing is written. Every text that is neither empty nor set aside is in a row, in an offer, among
 * the orphans, or replaced by one made from it.
 */
export function alignTranslation(
  sources: readonly SourceRow[],
  content: TranslationContent,
): AlignedTranslation {
  const written = content.texts.filter((text) => !isEmptyText(text))
  const byKey = Map.groupBy(content.texts, (text) => text.key)
  const rows = sources.map((source) => ownRow(source, byKey.get(source.segment.key) ?? [], content.omitted))
  const shared = Map.groupBy(
    rows.filter((row) => row.text !== null),
    (row) => row.text?.id,
  )
  const live = new Set(rows.flatMap(textsShown))
  const empty = rows.filter((row) => row.state === 'empty').map(({ source }) => source)
  const gone = orphanOccurrences(sources, written, live)
  const offers = offerOrphans(empty, gone)
  const sentences = rows.map((row): SentenceRow => {
    const offered = offers.get(row.id) ?? []
    return {
      ...row,
      state: offered.length > 0 ? 'stale' : row.state,
      offers: offered,
      shared: shared.get(row.text?.id)?.length ?? 1,
    }
  })
  return {
    rows: withAdded(sentences, content.added),
    orphans: unseen(written, live, offers, content.texts),
  }
}

function ownRow(
  source: SourceRow,
  candidates: readonly TargetText[],
  omitted: ReadonlySet<string>,
): SentenceRow {
  const place = placeId(source.segment.place)
  const own = candidates.filter((text) => text.own === place && !isAside(text))
  const all = own.length > 0 ? own : candidates.filter((text) => text.own === null)
  const variants = distinct(standing(all.filter((text) => !isEmptyText(text))))
  const [text = null] = variants
  return {
    kind: 'sentence',
    id: source.id,
    source,
    state: omitted.has(source.id) ? 'omitted' : stateOf(variants),
    text: variants.length === 1 ? text : null,
    variants: variants.length > 1 ? variants : [],
    offers: [],
    shared: 1,
    separated: own.length > 0,
  }
}

/** What nobody set aside. When each was set aside by somebody for another, all stand again. */
function standing(texts: readonly TargetText[]): readonly TargetText[] {
  const left = texts.filter((text) => !isAside(text))
  return left.length > 0 ? left : texts
}

/** Rivals that say the same are one; a confirmed one speaks for it. */
function distinct(texts: readonly TargetText[]): readonly TargetText[] {
  const sorted = [...texts].sort(
    (left, right) => Number(isConfirmed(right)) - Number(isConfirmed(left)) || (left.id < right.id ? -1 : 1),
  )
  return [...new Map([...sorted].reverse().map((text) => [text.hash, text])).values()].sort(byId)
}

function byId(left: Readonly<{ id: string }>, right: Readonly<{ id: string }>): number {
  return left.id < right.id ? -1 : 1
}

function stateOf(variants: readonly TargetText[]): RowState {
  const [text] = variants
  if (text === undefined) return 'empty'
  if (variants.length > 1) return 'variants'
  return isConfirmed(text) ? 'confirmed' : 'draft'
}

function textsShown({ text, variants }: SentenceRow): readonly string[] {
  return [...(text ? [text.id] : []), ...variants.map(({ id }) => id)]
}

/** Texts that no row shows or offers, and whose words no text made from them took over. */
function unseen(
  written: readonly TargetText[],
  live: ReadonlySet<string>,
  offers: ReadonlyMap<string, readonly Offer[]>,
  all: readonly TargetText[],
): readonly TargetText[] {
  const seen = new Set([...live, ...[...offers.values()].flat().map(({ text }) => text.id)])
  const said = new Set(all.filter(({ id }) => live.has(id)).map(({ hash }) => hash))
  const left = written.filter((text) => !seen.has(text.id) && !isAside(text) && !said.has(text.hash))
  const shown = new Set([...seen, ...left.map(({ id }) => id)])
  const heirs = heirsOf(all)
  return left.filter((text) => !isTakenOver(text, heirs, shown)).sort(byId)
}

/** By `<id> <hash>`: the texts made from a text when it said what it says. */
function heirsOf(all: readonly TargetText[]): ReadonlyMap<string, readonly TargetText[]> {
  const heirs = new Map<string, TargetText[]>()
  for (const text of all) {
    for (const { id, hash } of text.from) {
      const former = `${id} ${hash}`
      heirs.set(former, [...(heirs.get(former) ?? []), text])
    }
  }
  return heirs
}

/** Whether something made from the text as it is now is seen, or was itself taken over by what is. */
function isTakenOver(
  text: TargetText,
  heirs: ReadonlyMap<string, readonly TargetText[]>,
  shown: ReadonlySet<string>,
): boolean {
  const visited = new Set<string>([text.id])
  const queue = [text]
  for (let former = queue.pop(); former; former = queue.pop()) {
    for (const heir of heirs.get(`${former.id} ${former.hash}`) ?? []) {
      if (shown.has(heir.id)) return true
      if (!visited.has(heir.id)) queue.push(heir)
      visited.add(heir.id)
    }
  }
  return false
}

function withAdded(sentences: readonly SentenceRow[], added: readonly AddedText[]): readonly AlignedRow[] {
  const shown = added.filter((text) => !isAside(text)).sort(byId)
  if (shown.length === 0) return sentences
  const anchors = anchorsOf(sentences)
  const rows = shown.map((text) => addedRow(text, anchors))
  const behind = Map.groupBy(rows, ({ after }) => after)
  return [...sentences.flatMap((row) => [row, ...(behind.get(row) ?? [])]), ...(behind.get(undefined) ?? [])]
}

type Anchors = Readonly<{
  byOccurrence: ReadonlyMap<string, SentenceRow>
  byField: ReadonlyMap<string, readonly SentenceRow[]>
  last: SentenceRow | undefined
}>

function anchorsOf(sentences: readonly SentenceRow[]): Anchors {
  const fieldOf = ({ source }: SentenceRow) => `${source.segment.place.block}/${source.segment.place.field}`
  return {
    byOccurrence: new Map(
      sentences.flatMap((row) =>
        [row.id, ...row.source.members.map(({ key, place }) => `${key}|${placeId(place)}`)].map(
          (occurrence) => [occurrence, row] as const,
        ),
      ),
    ),
    byField: Map.groupBy(sentences, fieldOf),
    last: sentences.findLast(({ source }) => source.segment.place.field === 'text') ?? sentences.at(-1),
  }
}

/** Behind its sentence; when that is gone, where it was in the block; when the block is gone, at the end. */
function addedRow(text: AddedText, { byOccurrence, byField, last }: Anchors): AddedRow {
  const { occurrence, block, field, index } = text.after
  const inField = byField.get(`${block}/${field}`) ?? []
  const after = byOccurrence.get(occurrence) ?? inField[Math.min(index, inField.length - 1)] ?? last
  const written = isConfirmed(text) ? 'confirmed' : 'draft'
  return { kind: 'added', id: `+${text.id}`, text, state: isEmptyText(text) ? 'empty' : written, after }
}
