import type { TargetView, TranslationRow } from '#contract/translations.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import { codedFromRuns, numberLike } from '#domain/segments/inline-codes.ts'
import { metadataBlock } from '#domain/segments/segments.ts'
import type { AddedRow, AlignedRow, SentenceRow } from '#domain/translation/aligned-rows.ts'
import { rowSource, rowTarget } from '#domain/translation/composed-article.ts'
import { rowWords } from '#domain/translation/progress.ts'
import { type IgnoredFinding, isConfirmed, type TargetText } from '#domain/translation/target-texts.ts'

export type NameOf = (profile: string) => string
/** Open comments by row. */
export type CommentCounts = ReadonlyMap<string, number>

/** A row as the contract tells it. */
export function viewRow(
  row: AlignedRow,
  nameOf: NameOf,
  comments: CommentCounts,
  ignored: ReadonlyMap<string, readonly IgnoredFinding[]>,
): TranslationRow {
  const at = row.kind === 'added' ? row.after?.source.segment : row.source.segment
  const confirmation = row.text && isConfirmed(row.text) ? row.text.confirmation : null
  return {
    row: row.id,
    kind: row.kind,
    block: at?.place.block ?? metadataBlock,
    blockKind: at?.kind ?? 'metadata',
    field: at?.place.field ?? 'text',
    source: mutable(rowSource(row)),
    target: mutable(rowTarget(row)),
    state: row.state,
    confirmedBy: confirmation ? { id: confirmation.by, name: nameOf(confirmation.by) } : null,
    confirmedAt: confirmation?.at ?? null,
    ignored: (row.kind === 'added' ? [] : (ignored.get(row.source.segment.key) ?? [])).map(
      ({ by, ...finding }) => ({ ...finding, by: { id: by, name: nameOf(by) } }),
    ),
    comments: comments.get(row.id) ?? 0,
    words: rowWords(row),
    ...(row.kind === 'added' ? addedFacts(row) : sentenceFacts(row, nameOf)),
  }
}

function addedFacts({ text }: AddedRow) {
  return {
    key: '',
    text: `+/${text.id}`,
    shared: 1,
    separated: false,
    merged: 1,
    variants: [],
    offers: [],
  }
}

function sentenceFacts(row: SentenceRow, nameOf: NameOf) {
  const { segment, members } = row.source
  const view = (text: TargetText) => viewTarget(text, segment.source, nameOf)
  return {
    key: segment.key,
    text: row.text?.id ?? row.offers[0]?.text.id ?? null,
    shared: row.shared,
    separated: row.separated,
    merged: members.length,
    variants: row.variants.map(view),
    offers: row.offers.map(({ text, similarity }) => ({ ...view(text), similarity })),
  }
}

/** A text of a row, its codes numbered like those of `source`. */
export function viewTarget(text: TargetText, source: CodedText, nameOf: NameOf): TargetView {
  return {
    text: text.id,
    source: mutable(text.source),
    target: mutable(numberLike(source, codedFromRuns(text.runs))),
    confirmed: isConfirmed(text),
    by: { id: text.by, name: nameOf(text.by) },
  }
}

function mutable(text: CodedText): TranslationRow['source'] {
  return [...text]
}
