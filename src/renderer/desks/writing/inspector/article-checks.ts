import type { Article } from '#domain/article.ts'
import { type Block, blockText } from '#domain/blocks.ts'

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
  /** Which picture of the article it is about, counted from 1, and its caption. */
  picture?: Readonly<{ place: number; caption: string }>
}>

/** Checks of one kind, in the order of the page. */
export type CheckGroup = Readonly<{ code: ArticleCheck['code']; checks: readonly ArticleCheck[] }>

/** One line for each kind of check, where its first stands: thirty pictures without a credit are one thing to see. */
export function groupChecks(checks: readonly ArticleCheck[]): readonly CheckGroup[] {
  return [...Map.groupBy(checks, ({ code }) => code)].map(([code, alike]) => ({ code, checks: alike }))
}

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
  const figures = article.blocks.filter((block) => block.kind === 'figure')
  return [...checks, ...figures.flatMap((figure, at) => checkFigure(figure, at + 1))]

  function twice(kind: 'title' | 'lead', code: 'titleTwice' | 'leadTwice'): readonly ArticleCheck[] {
    const [, second, ...others] = article.blocks.filter((block) => block.kind === kind)
    return second ? [{ code, block: second.id, count: others.length + 2 }] : []
  }

  function idOf(kind: 'title' | 'lead'): string {
    return article.blocks.find((block) => block.kind === kind)?.id ?? ''
  }
}

function checkFigure(figure: Block, place: number): readonly ArticleCheck[] {
  const caption = blockText(figure).trim()
  const picture = { place, caption }
  const missing: (ArticleCheck['code'] | false)[] = [
    (figure.alt ?? '').trim() === '' && 'altMissing',
    (figure.credit ?? '').trim() === '' && 'creditMissing',
    caption === '' && 'captionMissing',
  ]
  return missing.flatMap((code) => (code === false ? [] : [{ code, block: figure.id, picture }]))
}
