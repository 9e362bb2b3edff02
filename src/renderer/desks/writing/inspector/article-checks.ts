import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'

/** Something a reader or a channel will miss. `block` is where to go; empty when the place does not exist yet. */
export type ArticleCheck = Readonly<{
  code:
    | 'titleMissing'
    | 'leadMissing'
    | 'textMissing'
    | 'altMissing'
    | 'creditMissing'
    | 'captionMissing'
    | 'bylineMissing'
    | 'titleTwice'
    | 'leadTwice'
  block: string
  /** How many there are, where one is meant. */
  count?: number
}>

/** What is still missing, in the order of the page. An empty article is not scolded for its pictures. */
export function checkArticle(article: Article): readonly ArticleCheck[] {
  const text = article.blocks.filter((block) => blockText(block).trim() !== '')
  const checks: ArticleCheck[] = []
  if (!text.some((block) => block.kind === 'title'))
    checks.push({ code: 'titleMissing', block: idOf('title') })
  if (!text.some((block) => block.kind === 'lead')) checks.push({ code: 'leadMissing', block: idOf('lead') })
  checks.push(...twice('title', 'titleTwice'), ...twice('lead', 'leadTwice'))
  if (!text.some((block) => block.kind !== 'title' && block.kind !== 'lead'))
    checks.push({ code: 'textMissing', block: '' })
  if (article.metadata.byline === '' && article.metadata.source === '')
    checks.push({ code: 'bylineMissing', block: '' })
  for (const block of article.blocks) {
    if (block.kind !== 'figure') continue
    if ((block.alt ?? '').trim() === '') checks.push({ code: 'altMissing', block: block.id })
    if ((block.credit ?? '').trim() === '') checks.push({ code: 'creditMissing', block: block.id })
    if (blockText(block).trim() === '') checks.push({ code: 'captionMissing', block: block.id })
  }
  return checks

  function twice(kind: 'title' | 'lead', code: 'titleTwice' | 'leadTwice'): readonly ArticleCheck[] {
    const [, second, ...others] = article.blocks.filter((block) => block.kind === kind)
    return second ? [{ code, block: second.id, count: others.length + 2 }] : []
  }

  function idOf(kind: 'title' | 'lead'): string {
    return article.blocks.find((block) => block.kind === kind)?.id ?? ''
  }
}
