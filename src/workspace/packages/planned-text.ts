import { type Failure, failure } from '#contract/failures.ts'
import type { Article } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import { type Channel, takesEdition } from '#domain/channels.ts'
import {
  articleDocument,
  type DocumentId,
  editionDocument,
  translationDocument,
} from '#domain/document-id.ts'
import { editionTexts } from '#domain/editions/edition-article.ts'
import { fieldProblems, fieldsOf } from '#domain/editions/edition-fields.ts'
import { countField } from '#domain/editions/field-counting.ts'
import type { PortalText } from '#domain/portal-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { revisionBody } from '#domain/revision.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { ApprovedText, PackageContext } from './package-context.ts'

export type Warning = Readonly<{ code: string; facts: Readonly<Record<string, string | number>> }>

export type PlannedText = Readonly<{
  document: DocumentId
  text: Omit<PortalText, 'pictures' | 'languages'>
  /** The revision's canonical JSON: what was approved, to the byte. */
  body: string
  approved: ApprovedText | null
  warnings: readonly Warning[]
}>

/** A language that was asked for and stays behind: why, and what is said when no other goes either. */
export type LeftOut = Readonly<{ warning: Warning; failure: Failure }>

export type TextRequest = Readonly<{
  article: string
  /** The story as it stands, in its own language. */
  current: Article
  channel: Channel
  language: string
  preview: boolean
}>

/** The document that a story's text in a language comes from: the article itself, or its translation. */
export function documentIn(
  context: PackageContext,
  { article, current, language }: Pick<TextRequest, 'article' | 'current' | 'language'>,
): DocumentId {
  const document = articleDocument(article)
  const approved = context.approvedRevision(document)
  const text = approved && context.documents.revision(approved.revision)
  const own = text?.ok ? text.value.metadata.language : current.metadata.language
  return own === language ? document : translationDocument({ article, language })
}

/** One language of a package: approved, from its own revision, or as it stands for a preview (FLOW2, SEC1). */
export function planText(context: PackageContext, request: TextRequest): Result<PlannedText, LeftOut> {
  const { language, channel } = request
  const document = takesEdition(channel)
    ? editionDocument({ article: request.article, channel: channel.id, language })
    : documentIn(context, request)
  const notApproved = failure('not-approved', { document, language })
  if (!channel.languages.includes(language)) return leave('notTaken', language, notApproved)
  if (!context.documents.exists(document))
    return leave(takesEdition(channel) ? 'noEdition' : 'notTranslated', language, notApproved)
  const leaves = context.mayLeave(document)
  if (!leaves.ok) return leave('held', language, leaves.failure)
  return request.preview
    ? planPresent(context, request, document)
    : planApproved(context, request, document, notApproved)
}

function planPresent(
  context: PackageContext,
  request: TextRequest,
  document: DocumentId,
): Result<PlannedText, LeftOut> {
  const article = context.documents.read(document)
  if (!article.ok) return leave('unreadable', request.language, article.failure)
  const body = revisionBody(article.value)
  const shown = { article: article.value, revision: sha256Hex(body), approvedAt: null }
  return succeed({
    document,
    text: portalText(context, request, document, shown),
    body,
    approved: null,
    warnings: [],
  })
}

function planApproved(
  context: PackageContext,
  request: TextRequest,
  document: DocumentId,
  notApproved: Failure,
): Result<PlannedText, LeftOut> {
  const { language } = request
  const approved = context.approvedRevision(document)
  if (!approved) return leave('notApproved', language, notApproved)
  const standing = standingOf(context, request, document)
  if (standing === 'sourceNotApproved') {
    const source = articleDocument(request.article)
    const own = request.current.metadata.language
    return leave(standing, language, failure('not-approved', { document: source, language: own }))
  }
  const article = context.documents.revision(approved.revision)
  const body = context.documents.revisionBody(approved.revision)
  if (!article.ok) return leave('unreadable', language, article.failure)
  if (!body.ok) return leave('unreadable', language, body.failure)
  if (article.value.metadata.internal) {
    return leave('internal', language, failure('internal-only', { document }))
  }
  const unfit = unfitField(request.channel, document, article.value)
  if (unfit) return leave('tooLong', language, unfit)
  const { revision, approvedAt } = approved
  const text = portalText(context, request, document, { article: article.value, revision, approvedAt })
  const warnings = [
    ...(standing === 'ready' ? [] : [{ code: standing, facts: { language } }]),
    ...embargoWarnings(article.value, request.current),
    ...clipsLeftBehind(request.channel, article.value, language),
  ]
  return succeed({ document, text, body: body.value, approved, warnings })
}

type Standing = 'ready' | 'newerUnapproved' | 'stale' | 'sourceNotApproved'

/** How the approved text of a language stands beside its source and its own newer words. */
function standingOf(context: PackageContext, { current }: TextRequest, document: DocumentId): Standing {
  if (document.startsWith('edition:')) {
    const readiness = context.editionReadiness(document)
    return readiness === 'notApproved' ? 'sourceNotApproved' : readiness
  }
  if (document.startsWith('translation:')) {
    const readiness = context.translationReadiness(document)
    return readiness === 'notApproved' || readiness === 'held' ? 'sourceNotApproved' : readiness
  }
  const approved = context.approvedRevision(document)
  const text = approved && context.documents.revision(approved.revision)
  return text?.ok && sameArticle(text.value, current) ? 'ready' : 'newerUnapproved'
}

/** What the channel does not take is not made into files (FLOW2): it could not be posted. */
function unfitField(channel: Channel, document: DocumentId, article: Article): Failure | undefined {
  const texts = takesEdition(channel) ? editionTexts(article) : undefined
  if (!texts || !takesEdition(channel)) return undefined
  for (const field of fieldsOf(channel.kind)) {
    const text = texts.text(field)
    const over = countField(channel, field, text).find(({ level }) => level === 'tooLong')
    if (over) return failure('edition-unfit', { document, field, count: over.count, maximum: over.maximum })
    if (fieldProblems(channel.kind, field, text).length > 0) {
      return failure('edition-unfit', { document, field, count: text.length, maximum: 0 })
    }
  }
  return undefined
}

/** Clips are not in these packages: each is named, so that nobody thinks it went along. */
function clipsLeftBehind(channel: Channel, article: Article, language: string): readonly Warning[] {
  if (!takesEdition(channel)) return []
  const clips = editionTexts(article)?.clips ?? []
  return clips.map(({ asset }) => ({ code: 'clipStays', facts: { language, clip: asset.slice(0, 16) } }))
}

function embargoWarnings(exported: Article, current: Article): readonly Warning[] {
  const { embargo } = exported.metadata
  return [
    ...(embargo === '' ? [] : [{ code: 'embargo', facts: { until: embargo } }]),
    ...(['', embargo].includes(current.metadata.embargo)
      ? []
      : [{ code: 'embargoPending', facts: { until: current.metadata.embargo } }]),
  ]
}

function portalText(
  context: PackageContext,
  request: TextRequest,
  document: DocumentId,
  shown: Pick<PortalText, 'article' | 'revision' | 'approvedAt'>,
): PlannedText['text'] {
  return {
    ...shown,
    articleId: request.article,
    document,
    language: request.language,
    preview: request.preview,
    newsroom: context.records.newsroom()?.name ?? '',
    utcOffset: request.channel.utcOffset,
  }
}

function leave(code: string, language: string, reason: Failure): Result<never, LeftOut> {
  return fail({ warning: { code, facts: { language } }, failure: reason })
}
