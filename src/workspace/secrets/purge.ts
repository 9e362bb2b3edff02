import type { Article } from '#domain/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { foldText } from '#domain/folding.ts'
import { findStamp, judgedField, judgedText } from '#domain/secret-stamps.ts'

/** What a purge is about: one block, or (`block: null`) the whole article. */
export type PurgeTarget = Readonly<{ document: DocumentId; block: string | null }>

/** The article without what is purged. A block gets its earlier safe text back where one is known. */
export function articleWithout(article: Article, target: PurgeTarget, safe: Block | undefined): Article {
  const { block } = target
  if (block === null) {
    const language = article.metadata.language
    return { metadata: { ...emptyMetadata, language, internal: article.metadata.internal }, blocks: [] }
  }
  const field = judgedField(block)
  if (field !== undefined) return { ...article, metadata: { ...article.metadata, [field]: '' } }
  const blocks = article.blocks.flatMap((each) => (each.id !== block ? [each] : safe ? [safe] : []))
  return { ...article, blocks }
}

/**
 * True when a kept text holds what is purged: any form of the block but its safe one. A text in between, typed
 * before the stamp was, may hold the secret too.
 */
export function holdsPurged(article: Article, part: string | null, safe: Block | undefined): boolean {
  if (part === null) return true
  const field = judgedField(part)
  if (field !== undefined) return fieldOf(article, field) !== ''
  const block = article.blocks.find((each) => each.id === part)
  if (block === undefined) return false
  const text = judgedText(block)
  return text !== '' && (safe === undefined || text !== judgedText(safe))
}

function fieldOf(article: Article, name: string): string {
  return String(new Map<string, unknown>(Object.entries(article.metadata)).get(name) ?? '')
}

/** The newest kept form of the block that no stamp is in, if any; `articles` are newest first. */
export function safeBlock(articles: Iterable<Article>, block: string | null): Block | undefined {
  if (block === null) return undefined
  for (const article of articles) {
    const found = article.blocks.find((each) => each.id === block)
    if (found && findStamp(judgedText(found)) === undefined && judgedText(found) !== '') return found
  }
  return undefined
}

/** The block's earlier text, but not what was seen of the stamp while it was being typed ("TU" of "TUYỆT MẬT"). */
export function worthGivingBack(earlier: Block | undefined, now: Block | undefined): Block | undefined {
  if (!earlier || !now) return earlier
  const [before, after] = [foldText(judgedText(earlier)).trim(), foldText(judgedText(now)).trim()]
  // equal when the purge was killed after giving it back, and is carried out again
  if (after === before) return earlier
  return !after.includes('\n') && after.startsWith(before) ? undefined : earlier
}
