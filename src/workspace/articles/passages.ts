import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { queryPhrases } from '#domain/folding.ts'
import { passageAround } from '#domain/found-words.ts'
import type { Services } from '../services.ts'

/** Where a search was met in the text of each article, for the rows that a person sees; whose text has it. */
export function findPassages(
  services: Services,
  query: Readonly<{ text: string; articles: readonly string[] }>,
): Record<string, string> {
  if (queryPhrases(query.text).length === 0) return {}
  const found = query.articles.flatMap((article) => {
    const read = services.documents.read(articleDocument(article))
    const passage = read.ok ? passageOf(read.value, query.text) : null
    return passage === null ? [] : [[article, passage] as const]
  })
  return Object.fromEntries(found)
}

function passageOf(article: Article, query: string): string | null {
  const texts = article.blocks
    .filter((block) => block.kind !== 'title')
    .flatMap((block) => [blockText(block), block.alt ?? '', block.credit ?? ''])
  return passageAround(texts, query)
}
