import type { Failure } from '#contract/failures.ts'
import type { Readiness } from '#contract/packages.ts'
import type { Article } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import { type Block, blockText } from '#domain/blocks.ts'
import { type ChannelLimit, isPortal, type PortalChannel } from '#domain/channels.ts'
import { countChu, countGraphemes } from '#domain/counting.ts'
import { articleDocument, type DocumentId, translationOf } from '#domain/document-id.ts'
import { readMoment } from '#domain/package-moment.ts'
import { type Result, succeed } from '#domain/result.ts'
import { documentsOfStory } from '../documents/log.ts'
import type { ApprovedText, PackageContext } from './package-context.ts'

type Issue = Readiness['issues'][number]

/**
 * Whether an article can leave through each portal now, in its own language and in those it is translated into, and
 * what a person should look at first.
 */
export function assessReadiness(
  context: PackageContext,
  articleId: string,
): Result<readonly Readiness[], Failure> {
  const own = seeText(context, articleDocument(articleId))
  if (!own.ok) return own
  const translations = documentsOfStory(context.store.read, articleId).filter(translationOf)
  const seen: Seen[] = [own.value]
  for (const document of translations) {
    const text = seeText(context, document)
    if (!text.ok) return text
    seen.push(text.value)
  }
  return succeed(
    context.channels
      .filter(isPortal)
      .flatMap((channel) =>
        seen
          .filter(({ language }) => channel.languages.includes(language))
          .map((text) => assess(context, channel, text, own.value.current)),
      ),
  )
}

type Seen = Readonly<{
  document: DocumentId
  language: string
  current: Article
  /** The text that would be exported: the approved one where there is one. */
  leaving: Article
  approved: ApprovedText | null
}>

function seeText(context: PackageContext, document: DocumentId): Result<Seen, Failure> {
  const current = context.documents.read(document)
  if (!current.ok) return current
  const approved = context.approvedRevision(document)
  const leaving = approved ? context.documents.revision(approved.revision) : current
  if (!leaving.ok) return leaving
  const language = translationOf(document)?.language ?? current.value.metadata.language
  return succeed({ document, language, current: current.value, leaving: leaving.value, approved })
}

function assess(context: PackageContext, channel: PortalChannel, seen: Seen, story: Article): Readiness {
  return {
    channel: channel.id,
    language: seen.language,
    translation: translationOf(seen.document) !== undefined,
    state: stateOf(context, channel, seen, story),
    approvedRevision: seen.approved?.revision ?? null,
    approvedAt: seen.approved?.approvedAt ?? null,
    words: countChu(seen.leaving.blocks.map(blockText).join('\n')),
    issues: [...findIssues(context, channel, seen.leaving), ...pendingEmbargo(seen, story)],
  }
}

function stateOf(
  context: PackageContext,
  channel: PortalChannel,
  seen: Seen,
  story: Article,
): Readiness['state'] {
  const { leaving, approved } = seen
  if (!context.mayLeave(seen.document).ok) return 'held'
  if (story.metadata.internal || leaving.metadata.internal) return 'internal'
  if (!approved) return 'notApproved'
  const standing = approvedState(context, seen)
  if (standing !== 'ready') return standing
  const { embargo } = leaving.metadata
  const until = readMoment(embargo, channel.utcOffset)
  return embargo !== '' && (until === undefined || until > context.clock.now()) ? 'embargoed' : 'ready'
}

function approvedState(context: PackageContext, { document, leaving, current }: Seen): Readiness['state'] {
  if (translationOf(document)) return context.translationReadiness(document)
  return sameArticle(leaving, current) ? 'ready' : 'newerUnapproved'
}

/** An embargo set after the approval: not in the text that leaves, but somebody means it. */
function pendingEmbargo({ leaving }: Seen, story: Article): readonly Issue[] {
  const { embargo } = story.metadata
  if (embargo === '' || embargo === leaving.metadata.embargo) return []
  return [{ code: 'embargoPending', block: '', facts: { until: embargo } }]
}

function findIssues(context: PackageContext, channel: PortalChannel, article: Article): Issue[] {
  const { embargo } = article.metadata
  return [
    ...missingParts(article),
    ...article.blocks.flatMap((block) => [
      ...pictureIssues(context, block),
      ...channel.limits.flatMap((limit) => lengthIssue(limit, block)),
    ]),
    ...(embargo !== '' && readMoment(embargo, channel.utcOffset) === undefined
      ? [{ code: 'embargoUnreadable', block: '', facts: { embargo } }]
      : []),
  ]
}

function missingParts({ blocks }: Article): readonly Issue[] {
  const has = (kind: Block['kind']) =>
    blocks.some((block) => block.kind === kind && blockText(block).trim() !== '')
  return [
    ...(has('title') ? [] : [{ code: 'titleMissing', block: '', facts: {} }]),
    ...(has('lead') ? [] : [{ code: 'leadMissing', block: '', facts: {} }]),
  ]
}

function pictureIssues({ assets }: PackageContext, block: Block): readonly Issue[] {
  if (block.kind !== 'figure') return []
  const code = (code: string) => ({ code, block: block.id, facts: {} })
  if (block.asset === undefined || !assets.find(block.asset).ok) return [code('pictureMissing')]
  return [
    ...((block.alt ?? '').trim() === '' ? [code('altMissing')] : []),
    ...((block.credit ?? '').trim() === '' ? [code('creditMissing')] : []),
  ]
}

function lengthIssue(limit: ChannelLimit, block: Block): readonly Issue[] {
  const text = limitedText(limit, block)
  const count = limit.unit === 'words' ? countChu(text) : countGraphemes(text)
  if (count <= limit.maximum) return []
  return [{ code: `${limit.field}TooLong`, block: block.id, facts: { count, maximum: limit.maximum } }]
}

function limitedText({ field }: ChannelLimit, block: Block): string {
  if (field === 'alt') return block.alt ?? ''
  const kind = field === 'caption' ? 'figure' : field
  return block.kind === kind ? blockText(block) : ''
}
