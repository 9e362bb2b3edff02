import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import type { PackageRow } from '#contract/packages.ts'
import { articleUpdate, changeArticle } from '#documents/article.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import type { Channel } from '#domain/channels.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { makeClock, makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import type { ClientContext } from '#workspace/binding/clients.ts'
import { openTranslation } from '#workspace/documents/opened-translation.ts'
import { editionReadiness } from '#workspace/editions/edition-readiness.ts'
import { createEventService } from '#workspace/events/event-service.ts'
import { openServices } from '#workspace/open-services.ts'
import { createFounder } from '#workspace/people/founding.ts'
import { addMember } from '#workspace/people/members.ts'
import type { Services } from '#workspace/services.ts'
import { printBug } from '#workspace/store/bugs.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { createTranslation } from '#workspace/translations/creating.ts'
import { writeTarget } from '#workspace/translations/editing.ts'
import { translationReadiness } from '#workspace/translations/readiness.ts'
import { viewRows } from '#workspace/translations/summary.ts'
import { approvedRevision } from '#workspace/workflow/approval.ts'
import { approveSubmission } from '#workspace/workflow/deciding.ts'
import { submitDocument } from '#workspace/workflow/submitting.ts'
import { loadChannels } from './channel-files.ts'
import type { PackageContext } from './package-context.ts'
import { packagesRouter } from './router.ts'

export const articleId = '0199a000-0000-7000-8000-00000000000a'
const pin = '280926'
export function valued<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

export function block(id: string, kind: Block['kind'], text: string, rest: Partial<Block> = {}): Block {
  return { id, kind, runs: text === '' ? [] : [{ text, marks: {} }], ...rest }
}

export function makeStory(
  blocks: readonly Block[] = [],
  metadata: Partial<Article['metadata']> = {},
): Article {
  return {
    metadata: {
      ...emptyMetadata,
      byline: 'Hoàng Nam',
      section: 'culture',
      place: 'Thái Nguyên',
      dateline: 'Thái Nguyên, 24/11',
      ...metadata,
    },
    blocks: [
      block('t', 'title', 'Khai mạc Lễ hội Trà'),
      block('l', 'lead', 'Hơn 200 gian hàng góp mặt ở quảng trường Võ Nguyên Giáp.'),
      block('p', 'paragraph', 'Sáng 24/11, lễ hội mở cửa đón khách.'),
      ...blocks,
    ],
  }
}

type WorkspaceRequest = Readonly<{
  folder?: string
  startAt?: number
  channels?: readonly Channel[]
  mayLeave?: PackageContext['mayLeave']
}>

/** A whole workspace with a newsroom of two: a reporter who writes and an approver who may not write. */
export async function makeNewsroomWorkspace(request: WorkspaceRequest = {}) {
  const { folder = join(makeFolder(), 'workspace') } = request
  const clock = makeClock(request.startAt)
  const paths = workspacePaths(folder)
  const store = makeStore({ folder, clock })
  const events = createEventService(clock)
  const keyCost = 1024
  const trust = openServices({ version: '0', store, paths, clock, events, keyCost, reportBug: printBug })
  const { keys, records } = trust
  const reporter = await foundNewsroom(trust)
  const approver: ClientContext = { client: 'approver', profile: uuidv7(), trusted: true }
  const member = { id: approver.profile ?? '', name: 'Trần Thu Hà', roles: ['approver'] as const, pin }
  valued(await addMember(trust, reporter, member))
  valued(await keys.unlock(approver.client, member.id, pin))
  const channels = request.channels ?? valued(loadChannels('resources/channels'))
  const context: PackageContext = {
    ...trust,
    channels,
    approvedRevision: (document) => approvedRevision(records, document),
    translationReadiness: (document) => translationReadiness(trust, document),
    editionReadiness: (document) => editionReadiness({ ...trust, channels }, document),
    mayLeave: request.mayLeave ?? (() => succeed(null)),
  }
  return { context, trust, clock, reporter, approver, rootKey: records.newsroom()?.rootKey ?? '' }
}

async function foundNewsroom(trust: Services): Promise<ClientContext> {
  const context: ClientContext = { client: 'reporter', profile: null, trusted: true }
  const founder = createFounder(trust)
  const founding = { id: uuidv7(), newsroom: 'Báo Thái Nguyên', owner: 'Hoàng Nam', pin }
  const { recoveryFile } = valued(await founder.create(context, founding))
  valued(founder.confirm(recoveryFile))
  return context
}

export type MadeWorkspace = Awaited<ReturnType<typeof makeNewsroomWorkspace>>

export async function writeStory({ context, reporter }: MadeWorkspace, story: Article): Promise<void> {
  const { language } = story.metadata
  const document = articleDocument(articleId)
  valued(await context.documents.create(document, language, articleUpdate(story), reporter.profile ?? ''))
}

export async function rewriteStory({ context, reporter }: MadeWorkspace, story: Article): Promise<void> {
  const document = articleDocument(articleId)
  valued(await context.documents.edit(document, reporter.profile ?? '', (doc) => changeArticle(doc, story)))
}

/** Writes and confirms a target for every sentence. */
export async function translateStory(
  { trust, reporter }: MadeWorkspace,
  language: string,
  say: (source: string) => string,
): Promise<DocumentId> {
  const profile = reporter.profile ?? ''
  const person = trust.records.person(profile)
  if (!person) throw new Error('The reporter is nobody')
  const document = valued(await createTranslation(trust, { article: articleId, language }, person))
  for (const row of viewRows(trust, valued(openTranslation(trust, document))).rows) {
    const target = [say(plainText(row.source))]
    const at = { document, row: row.row, profile }
    valued(
      await writeTarget(trust, { ...at, source: row.source, before: row.target, target, confirms: true }),
    )
  }
  return document
}

export function approveStory(
  { trust, reporter, approver }: MadeWorkspace,
  document = articleDocument(articleId),
): void {
  valued(submitDocument(trust, reporter, { id: uuidv7(), document, note: '' }, () => succeed(null)))
  const waiting = trust.records.trustOf(document).standing.waiting[0]
  const decision = { id: uuidv7(), submission: waiting?.hash ?? '', note: '' }
  valued(approveSubmission(trust, approver, decision))
}

export async function addPicture({ context }: MadeWorkspace, bytes: Uint8Array, name = 'anh.jpg') {
  const path = join(makeFolder(), 'incoming')
  writeFileSync(path, bytes)
  return valued(await context.assets.add({ path, name }))
}

type ExportRequest = Partial<{
  id: string
  channel: string
  preview: boolean
  directory: string | null
  languages: string[]
}>

/** Exports as a client would, and answers how the job ended. */
export async function exportStory(
  { context }: MadeWorkspace,
  client: ClientContext,
  request: ExportRequest = {},
) {
  const router = packagesRouter(context)
  const order = { id: uuidv7(), article: articleId, channel: 'portal', languages: ['vi'], ...request }
  const { job } = await call(router.export, order, { context: client })
  return context.jobs.ended(job)
}

/** Exports and answers the package as the list shows it. */
export async function exportedStory(
  made: MadeWorkspace,
  client: ClientContext,
  request: ExportRequest = {},
): Promise<PackageRow> {
  const job = await exportStory(made, client, request)
  if (job.result === null) throw new Error(JSON.stringify(job.failure))
  return call(packagesRouter(made.context).get, { id: job.result }, { context: client })
}
