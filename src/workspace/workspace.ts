import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Failure } from '#contract/failures.ts'
import { type DocumentId, storyOf } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { type ArticleIndex, createArticleIndex } from './articles/article-index.ts'
import { createAssetService } from './assets/asset-service.ts'
import { createMailbox, type MailboxWaits, usualWaits } from './bundles/mailbox.ts'
import { createDocumentService } from './documents/document-service.ts'
import { createEventService } from './events/event-service.ts'
import { createGrants } from './files/grants.ts'
import { clearUploads } from './files/uploads.ts'
import { createJobService } from './jobs/job-service.ts'
import { createMaintenance } from './maintenance/maintenance-service.ts'
import { createMemory } from './memory/memory-service.ts'
import { loadChannels } from './packages/channel-files.ts'
import { sweepPackages } from './packages/package-sweep.ts'
import { announceRecords } from './records/announcing.ts'
import { openRecords } from './records/open-records.ts'
import { verifyWorkspaceRecords } from './records/verify-workspace-records.ts'
import { composeRouter, type WorkspaceRouter } from './router.ts'
import { createBundledTexts } from './secrets/bundled-texts.ts'
import { judgeNewDocument } from './secrets/new-documents.ts'
import type { PurgeStep } from './secrets/purge-run.ts'
import { createPurging } from './secrets/purging.ts'
import { createStampGuard } from './secrets/stamp-guard.ts'
import type { ClientContext, Clock, JobService, Services } from './services.ts'
import { signOut } from './session/router.ts'
import { printBug, type ReportBug } from './store/bugs.ts'
import { openStore } from './store/open-store.ts'
import { workspacePaths } from './store/paths.ts'
import { createTurns } from './store/turns.ts'
import { createTermbase } from './termbase/termbase-service.ts'
import { createTranslationIndex } from './translations/translation-index.ts'

export type WorkspaceOptions = Readonly<{
  /** `open` refuses a folder that is no workspace yet; `either` makes one in an empty folder. */
  mode?: 'open' | 'either'
  clock?: Clock
  /** scrypt's N for new keys; tests set a cheap one. */
  keyCost?: number
  /** Where the shipped channels are; staff keep their own in the workspace's folder `channels`. */
  channelsFolder?: string
  /** A restore was decided: the workspace is to be closed and opened again. */
  restart?: () => void
  /** Told of bugs that no answer can carry; standard error hears of them otherwise. */
  report?: ReportBug
  /** How often the mailbox is looked into; null: only when it is asked to. */
  mailboxWaits?: MailboxWaits | null
  /** Told before each step of a purge. */
  onPurgeStep?: (step: PurgeStep) => void
}>

/** An open workspace: what it can be asked (`router`), and what shells need beside it. */
export type Workspace = Readonly<{
  services: Services
  router: WorkspaceRouter
  /** A client that reaches the workspace in this process. Only a trusted one may name folders. */
  newClient(client: string, trusted: boolean): ClientContext
  /** A client is gone: its keys leave the memory. */
  forgetClient(context: ClientContext): void
  close(): Promise<void>
}>

const shippedChannels = fileURLToPath(new URL('../../resources/channels', import.meta.url))

/** Opens or makes a workspace and puts its services together. Exactly one process owns it. */
export async function openWorkspace(
  folder: string,
  options: WorkspaceOptions = {},
): Promise<Result<Workspace, Failure>> {
  const { clock = { now: Date.now }, mode = 'either', report = printBug } = options
  const paths = workspacePaths(folder)
  const channels = loadChannels(options.channelsFolder ?? shippedChannels, join(paths.root, 'channels'))
  if (!channels.ok) return channels
  const events = createEventService(clock)
  const opened = openStore(paths, clock, { mode, report: events.emit, reportBug: report })
  if (!opened.ok) return opened
  const store = opened.value
  clearUploads(paths)

  const documents = createDocumentService({
    store,
    clock,
    reportBug: report,
    judge: (document, doc) => (documents.exists(document) ? null : judgeNewDocument(doc)),
    nameOf: (profile) => records.person(profile)?.name ?? '',
  })
  const { records, keys } = openRecords({
    store,
    paths,
    clock,
    contributions: documents.contributions,
    reportBug: report,
    ...(options.keyCost === undefined ? {} : { keyCost: options.keyCost }),
  })
  const jobs = createJobService({ store, events, clock, report })
  const grants = createGrants()
  const assets = createAssetService({ store, paths, clock })
  const { version } = packageFile
  const services = {
    version,
    workspaceId: store.workspaceId,
    paths,
    clock,
    store,
    documents,
    records,
    keys,
    events,
    jobs,
    grants,
    assets,
  }
  announceRecords(services)
  const stamps = createStampGuard(services)
  const index: ArticleIndex = createArticleIndex({
    ...services,
    workflowStateOf: records.workflowStateOf,
    judgeStamps: stamps.judge,
    report,
  })
  const translations = createTranslationIndex({ ...services, judgeStamps: stamps.judge, report })
  const turns = createTurns()
  const maintenance = createMaintenance({
    ...services,
    turns,
    report,
    projections: [
      { name: 'articles', rebuild: index.rebuild },
      { name: 'translations', rebuild: translations.rebuild },
    ],
    verifyRecords: () => verifyWorkspaceRecords(store.read, documents.contributions),
  })
  sweepPackages(services)
  const memory = createMemory(services, report)
  const termbase = createTermbase(services)
  const purgeServices = {
    ...services,
    turns,
    catchUp(document: DocumentId) {
      index.project(document)
      memory.forgetStory(storyOf(document))
    },
    ...(options.onPurgeStep === undefined ? {} : { onStep: options.onPurgeStep }),
  }
  const purging = createPurging(purgeServices, report)
  await purging.resume()
  maintenance.start()
  const texts = createBundledTexts(services)
  const bundling = { ...services, mayLeave: stamps.mayLeave, texts }
  const waits = options.mailboxWaits === undefined ? usualWaits : options.mailboxWaits
  const mailbox = createMailbox(bundling, { report, waits })
  mailbox.start()
  const router = composeRouter({
    services,
    purging: purgeServices,
    index,
    translations,
    stamps,
    bundling,
    mailbox,
    memory,
    termbase,
    maintenance,
    channels: channels.value,
    restart: options.restart ?? (() => undefined),
  })
  return succeed({
    services,
    router,
    newClient: (client, trusted) => ({ client: `${client}-${crypto.randomUUID()}`, profile: null, trusted }),
    forgetClient(context) {
      signOut({ keys }, context)
      stamps.leave(context.client)
    },
    async close() {
      if (!store.read.open) return
      maintenance.stop()
      await mailbox.stop()
      purging.stop()
      try {
        await stopJobs(jobs)
        stamps.leaveAll()
        index.close()
        translations.close()
        await memory.close()
      } finally {
        store.close()
      }
    },
  })
}

/** A restart would call them failed: better to end them now, and to say that they were cancelled. */
async function stopJobs(jobs: JobService): Promise<void> {
  const open = jobs.list().filter(({ state }) => state === 'running' || state === 'waiting')
  for (const { id } of open) jobs.cancel(id)
  await Promise.all(open.map(({ id }) => jobs.ended(id)))
}
