import type { Article } from '../article.ts'
import { type Hash, segmentArticle } from '../segments/article-segments.ts'
import type { Segment } from '../segments/segments.ts'
import { type AlignedRow, alignTranslation } from './aligned-rows.ts'
import { sourceRows } from './source-rows.ts'
import type { TargetText, TranslationContent } from './target-texts.ts'

/** A translation beside its source, both as they are now. */
export type TranslationView = Readonly<{
  source: Article
  content: TranslationContent
  rows: readonly AlignedRow[]
  orphans: readonly TargetText[]
}>

/** `segments`, where they are at hand, are those of `source`. */
export function viewTranslation(
  source: Article,
  content: TranslationContent,
  hash: Hash,
  segments: readonly Segment[] = segmentArticle(source, hash),
): TranslationView {
  const { rows, orphans } = alignTranslation(sourceRows(segments, content.merges, hash), content)
  return { source, content, rows, orphans }
}
