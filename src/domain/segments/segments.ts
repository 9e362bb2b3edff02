import type { BlockKind } from '../blocks.ts'
import type { CodedText } from './coded-text.ts'

/** The parts of a block that are translated: its text, its alternative text, its credit. */
export const blockFields = ['text', 'alt', 'credit'] as const
/** The fields of an article's metadata that are translated; they stand in the block `metadataBlock`. */
export const metadataFields = ['topic', 'place', 'dateline', 'source', 'rights'] as const
export const segmentFields = [...blockFields, ...metadataFields] as const
export type SegmentField = (typeof segmentFields)[number]
export const metadataBlock = '@'

/**
 * Where a sentence stands: `ordinal` counts the occurrences of the same sentence (the same key) in this field of
 * this block, from 0. What is written before or behind it does not move it.
 */
export type Place = Readonly<{ block: string; field: SegmentField; ordinal: number }>

/**
 * One sentence of an article. `key` is a hash of the sentence in NFC with its inline codes: the same sentence has
 * the same key wherever it stands. Key and place together are an occurrence.
 */
export type Segment = Readonly<{
  key: string
  place: Place
  kind: BlockKind | 'metadata'
  source: CodedText
  /** White space behind it, up to the next segment of the field. */
  glue: string
}>

/** An occurrence as one word: `<key>|<block>/<field>/<ordinal>`. It is the id of a row. */
export function occurrenceId({ key, place }: Pick<Segment, 'key' | 'place'>): string {
  return `${key}|${placeId(place)}`
}

export function placeId({ block, field, ordinal }: Place): string {
  return `${block}/${field}/${ordinal}`
}

/** What a row of a translation is; `stale`: the source changed, and what was its translation is offered. */
export const rowStates = ['empty', 'draft', 'confirmed', 'stale', 'variants', 'omitted'] as const
export type RowState = (typeof rowStates)[number]
