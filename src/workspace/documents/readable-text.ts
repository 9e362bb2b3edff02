import type { ArticleText } from '#contract/article-text.ts'
import type { Article } from '#domain/article.ts'

/** A whole text as the contract tells it. */
export function readableText({ metadata, blocks }: Article): ArticleText {
  return {
    metadata: { ...metadata },
    blocks: blocks.map(({ id, kind, runs, indent = 0, asset = null, alt = '', credit = '' }) => ({
      id,
      kind,
      runs: runs.map(({ text, marks }) => ({ text, marks: { ...marks } })),
      indent,
      asset,
      alt,
      credit,
    })),
  }
}
