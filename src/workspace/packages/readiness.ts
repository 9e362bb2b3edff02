import type { Failure } from '#contract/failures.ts'
import type { Readiness } from '#contract/packages.ts'
import type { Article } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import { type Block, blockText } from '#domain/blocks.ts'
import type { Channel, ChannelLimit } from '#domain/channels.ts'
import { countChu, countGraphemes } from '#domain/counting.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { readMoment } from '#domain/package-moment.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { ApprovedText, PackageContext } from './package-context.ts'

type Issue = Readiness['issues'][number]

/** Whether an article can leave through each channel now, and what a person should look at first. */
export function assessReadiness(
  context: PackageContext,
  articleId: string,
): Result<readonly Readiness[], Failure> {
  const document = articleDocument(articleId)
  const current = context.documents.read(document)
  if (!current.ok) return current
  const approved = context.approvedRevision(document)
  const revision = approved ? context.documents.revision(approved.revision) : current
  if (!revision.ok) return revision
  const seen = { document, current: current.value, leaving: revision.value, approved }
  const { language } = current.value.metadata
  const channels = context.channels.filter(({ languages }) => languages.includes(language))
  return succeed(channels.map((channel) => assess(context, channel, seen)))
}

type Seen = Readonly<{
  document: DocumentId
  current: Article
  /** The text that would be exported: the approved one where there is one. */
  leaving: Article
  approved: ApprovedText | null
}>

function assess(context: PackageContext, channel: Channel, seen: Seen): Readiness {
  return {
    channel: channel.id,
    language: seen.current.metadata.language,
    state: stateOf(context, channel, seen),
    approvedRevision: seen.approved?.revision ?? null,
    approvedAt: seen.approved?.approvedAt ?? null,
    words: countChu(seen.leaving.blocks.map(blockText).join('\n')),
    issues: [...findIssues(context, channel, seen.leaving), ...pendingEmbargo(seen)],
  }
}

function stateOf(context: PackageContext, channel: Channel, seen: Seen): Readiness['state'] {
  const { current, leaving, approved } = seen
  if (!context.mayLeave(seen.document).ok) return 'held'
  if (current.metadata.internal || leaving.metadata.internal) return 'internal'
  if (!approved) return 'notApproved'
  if (!sameArticle(leaving, current)) return 'newerUnapproved'
  const { embargo } = leaving.metadata
  const until = readMoment(embargo, channel.utcOffset)
  return embargo !== '' && (until === undefined || until > context.clock.now()) ? 'embargoed' : 'ready'
}

/** An embargo set after the approval: not in the text that leaves, but somebody means it. */
function pendingEmbargo({ current, leaving }: Seen): readonly Issue[] {
  const { embargo } = current.metadata
  if (embargo === '' || embargo === leaving.metadata.embargo) return []
  return [{ code: 'embargoPending', block: '', facts: { until: embargo } }]
}

function findIssues(context: PackageContext, channel: Channel, article: Article): Issue[] {
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
