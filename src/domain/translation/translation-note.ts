import type { CodedText } from '../segments/coded-text.ts'
import type { RowState, SegmentField } from '../segments/segments.ts'

/** A sentence beside its translation, as a revision keeps it. */
export type NotedRow = Readonly<{
  block: string
  field: SegmentField
  state: RowState
  source: CodedText
  target: CodedText
}>

/** A text that stands in no row: what the source's changes, rivals and merges left. */
export type NotedText = Readonly<{ id: string; source: CodedText; target: CodedText }>

/** What a translated article says of its source. */
export type TranslationNote = Readonly<{
  article: string
  /** Hash of the revision of the source that it stands beside; `''` when the source was not at hand. */
  source: string
  rows: readonly NotedRow[]
  others: readonly NotedText[]
}>
