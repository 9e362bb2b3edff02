import { type Failure, failure } from '#contract/failures.ts'
import { type Article, articleTitle } from '#domain/article.ts'
import type { Channel } from '#domain/channels.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { PackageContext } from './package-context.ts'
import { packageName } from './package-name.ts'
import { type LeftOut, type PlannedText, planText, type Warning } from './planned-text.ts'

export type PackageOrder = Readonly<{
  id: string
  article: string
  channel: string
  languages: readonly string[]
  preview: boolean
  directory: string | null
}>

/** Everything that decides a package's bytes, gathered before anything is written. */
export type PackagePlan = Readonly<{
  order: PackageOrder
  channel: Channel
  newsroom: Readonly<{ name: string; rootKey: string }> | null
  title: string
  name: string
  /** The story's own language first, the others by their tags, however they were asked for (SAME1). */
  texts: readonly PlannedText[]
  warnings: readonly Warning[]
}>

/**
 * Decides whether the order may leave (FLOW2, SEC1) and from which texts. A language that may not leave stays behind
 * and is named in a warning; when none may, the order fails.
 */
export function planPackage(context: PackageContext, order: PackageOrder): Result<PackagePlan, Failure> {
  const channel = context.channels.find(({ id }) => id === order.channel)
  if (!channel) return fail(failure('channel-unknown', { channel: order.channel }))
  const document = articleDocument(order.article)
  const current = context.documents.read(document)
  if (!current.ok) return current
  const refusal = refusalOf(context, document, current.value)
  if (refusal) return fail(refusal)
  return planTexts(context, order, channel, current.value)
}

function refusalOf(context: PackageContext, document: DocumentId, current: Article): Failure | undefined {
  const leave = context.mayLeave(document)
  if (!leave.ok) return leave.failure
  return current.metadata.internal ? failure('internal-only', { document }) : undefined
}

function planTexts(
  context: PackageContext,
  order: PackageOrder,
  channel: Channel,
  current: Article,
): Result<PackagePlan, Failure> {
  const { article, preview } = order
  const texts: PlannedText[] = []
  const leftOut: LeftOut[] = []
  for (const language of new Set(order.languages)) {
    const planned = planText(context, { article, current, channel, language, preview })
    if (planned.ok) texts.push(planned.value)
    else leftOut.push(planned.failure)
  }
  const [reason] = leftOut
  if (texts.length === 0 && reason) return fail(reason.failure)
  return succeed(complete(context, order, channel, texts.sort(inOrder(current)), leftOut, current))
}

/** The story's own language first, the others by their tags: documents of one channel are named alike. */
function inOrder({ metadata }: Article): (left: PlannedText, right: PlannedText) => number {
  const rank = ({ document, text }: PlannedText) =>
    document.startsWith('edition:') && text.language === metadata.language ? '' : document
  return (left, right) => (rank(left) < rank(right) ? -1 : 1)
}

function complete(
  context: PackageContext,
  order: PackageOrder,
  channel: Channel,
  texts: readonly PlannedText[],
  leftOut: readonly LeftOut[],
  current: Article,
): PackagePlan {
  const newsroom = context.records.newsroom()
  const [first] = texts
  const own = first ? articleTitle(first.text.article) : ''
  const title = own === '' ? articleTitle(current) : own
  const warnings = [...texts.flatMap((text) => text.warnings), ...leftOut.map(({ warning }) => warning)]
  return {
    order,
    channel,
    newsroom: newsroom && { name: newsroom.name, rootKey: newsroom.rootKey },
    title,
    name: packageName({
      article: order.article,
      title,
      channel: channel.id,
      languages: isStoryItself(texts) ? [] : texts.map(({ text }) => text.language),
      approvedAt: first?.text.approvedAt ?? null,
      utcOffset: channel.utcOffset,
    }),
    texts,
    warnings: [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()],
  }
}

/** Only the story in its own language: such a package is named without its language. */
function isStoryItself(texts: readonly PlannedText[]): boolean {
  return texts.length === 1 && texts.every(({ document }) => document.startsWith('article:'))
}
