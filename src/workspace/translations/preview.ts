import type { ArticleText } from '#contract/article-text.ts'
import { composedArticle } from '#domain/translation/composed-article.ts'
import type { OpenedTranslation } from '../documents/opened-translation.ts'
import { readableText } from '../documents/readable-text.ts'

export type Preview = { text: ArticleText; missing: string[]; stale: string[] }

/** The translated article as it stands, the source where nothing is written yet. */
export function previewTranslation({ view, name }: OpenedTranslation): Preview {
  const missing = view.rows.filter(
    ({ kind, state }) => kind === 'sentence' && (state === 'empty' || state === 'variants'),
  )
  const stale = view.rows.filter(({ state }) => state === 'stale')
  return {
    text: readableText(composedArticle(view, name, '', 'source')),
    missing: missing.map(({ id }) => id),
    stale: stale.map(({ id }) => id),
  }
}
