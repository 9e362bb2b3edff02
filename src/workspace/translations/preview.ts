import type { ArticleText } from '#contract/article-text.ts'
import type { AlignedRow } from '#domain/translation/aligned-rows.ts'
import { composeTranslation } from '#domain/translation/compose.ts'
import type { OpenedTranslation } from '../documents/opened-translation.ts'
import { readableText } from '../documents/readable-text.ts'

export type Preview = { text: ArticleText; missing: string[]; stale: string[] }

/** The translated article as it stands, or those blocks of it; the source where nothing is written yet. */
export function previewTranslation({ view, name }: OpenedTranslation, blocks?: readonly string[]): Preview {
  const wanted = blocks === undefined ? undefined : new Set(blocks)
  const rows = view.rows.filter((row) => wanted?.has(blockOf(row)) ?? true)
  const source = { ...view.source, blocks: view.source.blocks.filter(({ id }) => wanted?.has(id) ?? true) }
  const { language } = name
  const { metadata } = view.content
  const isMissing = ({ kind, state }: AlignedRow) =>
    kind === 'sentence' && (state === 'empty' || state === 'variants')
  return {
    text: readableText(composeTranslation(source, rows, { language, metadata, missing: 'source' })),
    missing: rows.filter(isMissing).map(({ id }) => id),
    stale: rows.filter(({ state }) => state === 'stale').map(({ id }) => id),
  }
}

function blockOf(row: AlignedRow): string {
  const sentence = row.kind === 'added' ? row.after : row
  return sentence?.source.segment.place.block ?? ''
}
