import type { Article } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { segmentArticle, segmentBlock } from '#domain/segments/article-segments.ts'
import type { Segment } from '#domain/segments/segments.ts'
import { revisionHash } from './revisions.ts'

const blocksRemembered = 20_000
const remembered = new Map<string, readonly Segment[]>()

/** The segments of an article; blocks that were cut before are not cut again. */
export function segmentsOf(article: Article): readonly Segment[] {
  const { language } = article.metadata
  return [
    ...article.blocks.flatMap((block) => segmentsOfBlock(block, language)),
    ...segmentArticle({ metadata: article.metadata, blocks: [] }, revisionHash),
  ]
}

function segmentsOfBlock(block: Block, language: string): readonly Segment[] {
  const key = JSON.stringify([language, block])
  const known = remembered.get(key)
  if (known) return known
  const segments = segmentBlock(block, language, revisionHash)
  remembered.set(key, segments)
  const [oldest] = remembered.keys()
  if (remembered.size > blocksRemembered && oldest !== undefined) remembered.delete(oldest)
  return segments
}
