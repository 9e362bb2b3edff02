import { type Failure, failure } from '#contract/failures.ts'
import { type Article, articleTitle } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import type { Channel } from '#domain/channels.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import type { PortalText } from '#domain/portal-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { revisionBody } from '#domain/revision.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { ApprovedText, PackageContext } from './package-context.ts'
import { packageName } from './package-name.ts'

export type PackageOrder = Readonly<{
  id: string
  article: string
  channel: string
  languages: readonly string[]
  preview: boolean
  directory: string | null
}>

export type PlannedText = Readonly<{
  document: string
  text: Omit<PortalText, 'pictures'>
  /** The revision's canonical JSON: what was approved, to the byte. */
  body: string
  approved: ApprovedText | null
}>

type Warning = Readonly<{ code: string; facts: Readonly<Record<string, string | number>> }>

/** Everything that decides a package's bytes, gathered before anything is written. */
export type PackagePlan = Readonly<{
  order: PackageOrder
  channel: Channel
  newsroom: Readonly<{ name: string; rootKey: string }> | null
  title: string
  name: string
  texts: readonly PlannedText[]
  warnings: readonly Warning[]
}>

/** Decides whether the order may leave (FLOW2, SEC1) and from which texts. */
export function planPackage(context: PackageContext, order: PackageOrder): Result<PackagePlan, Failure> {
  const channel = context.channels.find(({ id }) => id === order.channel)
  if (!channel) return fail(failure('channel-unknown', { channel: order.channel }))
  const document = articleDocument(order.article)
  const current = context.documents.read(document)
  if (!current.ok) return current
  const refusal = refusalOf(context, document, current.value)
  if (refusal) return fail(refusal)
  const planned = order.preview
    ? planPreview(context, order, channel, current.value)
    : planApproved(context, order, channel)
  if (!planned.ok) return planned
  return succeed(complete(context, order, channel, current.value, planned.value))
}

function refusalOf(context: PackageContext, document: DocumentId, current: Article): Failure | undefined {
  const leave = context.mayLeave(document)
  if (!leave.ok) return leave.failure
  return current.metadata.internal ? failure('internal-only', { document }) : undefined
}

/** A language that was ordered and is not the one of the text that would leave, or that the channel does not take. */
function foreignLanguage(order: PackageOrder, channel: Channel, leaving: Article): string | undefined {
  const { language } = leaving.metadata
  return order.languages.find((each) => each !== language || !channel.languages.includes(each))
}

function planPreview(
  context: PackageContext,
  order: PackageOrder,
  channel: Channel,
  article: Article,
): Result<PlannedText, Failure> {
  const document = articleDocument(order.article)
  const foreign = foreignLanguage(order, channel, article)
  if (foreign !== undefined) return fail(failure('not-approved', { document, language: foreign }))
  const body = revisionBody(article)
  const revision = sha256Hex(body)
  return succeed({
    document,
    text: portalText(context, order, channel, { article, revision, approvedAt: null }),
    body,
    approved: null,
  })
}

function planApproved(
  context: PackageContext,
  order: PackageOrder,
  channel: Channel,
): Result<PlannedText, Failure> {
  const document = articleDocument(order.article)
  const approved = context.approvedRevision(document)
  const language = order.languages[0] ?? ''
  if (!approved) return fail(failure('not-approved', { document, language }))
  const article = context.documents.revision(approved.revision)
  if (!article.ok) return article
  if (article.value.metadata.internal) return fail(failure('internal-only', { document }))
  const foreign = foreignLanguage(order, channel, article.value)
  if (foreign !== undefined) return fail(failure('not-approved', { document, language: foreign }))
  const body = context.documents.revisionBody(approved.revision)
  if (!body.ok) return body
  const { revision, approvedAt } = approved
  const text = portalText(context, order, channel, { article: article.value, revision, approvedAt })
  return succeed({ document, text, body: body.value, approved })
}

function portalText(
  context: PackageContext,
  order: PackageOrder,
  channel: Channel,
  approved: Pick<PortalText, 'article' | 'revision' | 'approvedAt'>,
): PlannedText['text'] {
  return {
    ...approved,
    articleId: order.article,
    language: approved.article.metadata.language,
    preview: order.preview,
    newsroom: context.records.newsroom()?.name ?? '',
    utcOffset: channel.utcOffset,
  }
}

function complete(
  context: PackageContext,
  order: PackageOrder,
  channel: Channel,
  current: Article,
  planned: PlannedText,
): PackagePlan {
  const newsroom = context.records.newsroom()
  const { article, approvedAt } = planned.text
  const title = articleTitle(article)
  const { utcOffset } = channel
  return {
    order,
    channel,
    newsroom: newsroom && { name: newsroom.name, rootKey: newsroom.rootKey },
    title,
    name: packageName({ article: order.article, title, channel: channel.id, approvedAt, utcOffset }),
    texts: [planned],
    warnings: warningsOf(article, current),
  }
}

function warningsOf(exported: Article, current: Article): readonly Warning[] {
  const { language, embargo } = exported.metadata
  return [
    ...(sameArticle(exported, current) ? [] : [{ code: 'newerUnapproved', facts: { language } }]),
    ...(embargo === '' ? [] : [{ code: 'embargo', facts: { until: embargo } }]),
    ...(['', embargo].includes(current.metadata.embargo)
      ? []
      : [{ code: 'embargoPending', facts: { until: current.metadata.embargo } }]),
  ]
}
