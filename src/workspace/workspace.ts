import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Failure } from '#contract/failures.ts'
import type { Channel } from '#domain/channels.ts'
import { articleDocument, type DocumentId, storyOf } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { type ArticleIndex, createArticleIndex } from './articles/article-index.ts'
import type { ClientContext } from './binding/clients.ts'
import { createMailbox, type Mailbox, type MailboxWaits, usualWaits } from './bundles/mailbox.ts'
import { startCleaningThread } from './cleaning-thread.ts'
import { importClip } from './clips/importing.ts'
import { createEditionIndex, type EditionIndex } from './editions/edition-index.ts'
import { createEventService } from './events/event-service.ts'
import { forgetting } from './forgetting.ts'
import { createMaintenance, type MaintenanceService } from './maintenance/maintenance-service.ts'
import { createMemory, type MemoryService } from './memory/memory-service.ts'
import { forgetWords, forgottenUnits } from './memory/purged-units.ts'
import { openServices } from './open-services.ts'
import { loadChannels } from './packages/channel-files.ts'
import { sweepPackages } from './packages/package-sweep.ts'
import { verifyWorkspaceRecords } from './records/verify-workspace-records.ts'
import { createFontHashes } from './renders/font-hashes.ts'
import { forgetRenders } from './renders/forgetting.ts'
import { loadPresets } from './renders/preset-files.ts'
import type { RenderContext } from './renders/render-context.ts'
import { createRenderJobs } from './renders/render-jobs.ts'
import { composeRouter, type WorkspaceRouter } from './router.ts'
import { createBundledTexts } from './secrets/bundled-texts.ts'
import type { PurgeStep } from './secrets/purge-run.ts'
import { createPurging, type Purging } from './secrets/purging.ts'
import type { SharedWords } from './secrets/shared-words.ts'
import { createStampGuard, type StampGuard } from './secrets/stamp-guard.ts'
import type { JobControl, Services } from './services.ts'
import { signOut } from './session/router.ts'
import { printBug, type ReportBug } from './store/bugs.ts'
import type { Clock } from './store/clock.ts'
import { faultOrThrow } from './store/faults.ts'
import { openStore } from './store/open-store.ts'
import { workspacePaths } from './store/paths.ts'
import { createPurgeCount } from './store/purge-count.ts'
import { createTurns } from './store/turns.ts'
import { createTermbase } from './termbase/termbase-service.ts'
import { createTrackIndex, type TrackIndex } from './tracks/track-index.ts'
import { createTranslationIndex, type TranslationIndex } from './translations/translation-index.ts'
import { approvedRevision } from './workflow/approval.ts'

export type WorkspaceOptions = Readonly<{
  /** `open` refuses a folder that is no workspace yet; `either` makes one in an empty folder. */
  mode?: 'open' | 'either'
  clock?: Clock
  /** scrypt's N for new keys; tests set a cheap one. */
  keyCost?: number
  /** Where the shipped channels are; staff keep their own in the workspace's folder `channels`. */
  channelsFolder?: string
  /** The same for the presets of renders. */
  presetsFolder?: string
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
  const { clock = { now: Date.now }, mode = 'either', report = printBug, keyCost } = options
  const paths = workspacePaths(folder)
  const channels = loadChannels(options.channelsFolder ?? shippedChannels, join(paths.root, 'channels'))
  if (!channels.ok) return channels
  const presets = loadPresets(join(paths.root, 'presets'), options.presetsFolder)
  if (!presets.ok) return presets
  const events = createEventService(clock)
  const store = openStore(paths, clock, { mode, report: events.emit, reportBug: report })
  if (!store.ok) return store
  const { version } = packageFile
  const parts = { version, store: store.value, paths, clock, events, keyCost, reportBug: report }
  try {
    return succeed(
      await startWorkspace(
        openServices(parts),
        { channels: channels.value, presets: presets.value },
        options,
      ),
    )
  } catch (error) {
    // Nobody else could open it while this process lives: a disk may be full at the start and have room later.
    store.value.close()
    return fail(faultOrThrow(error, paths.root))
  }
}

/** Data that staff can change, as it was when the workspace was opened. */
type ShippedData = Readonly<{ channels: readonly Channel[]; presets: RenderContext['presets'] }>

/** What goes on by itself begins: projections, the judging of stamps, purges that were left, upkeep. */
async function startWorkspace(
  services: Services,
  { channels, presets }: ShippedData,
  { report = printBug, restart = () => undefined, onPurgeStep, mailboxWaits = usualWaits }: WorkspaceOptions,
): Promise<Workspace> {
  const { store, records, documents } = services
  const stamps = createStampGuard(services)
  const { workflowStateOf } = records
  const index = createArticleIndex({ ...services, workflowStateOf, judgeStamps: stamps.judge, report })
  const translations = createTranslationIndex({ ...services, judgeStamps: stamps.judge, report })
  const tracks = createTrackIndex({ ...services, judgeStamps: stamps.judge, report })
  const editions = createEditionIndex({ ...services, judgeStamps: stamps.judge, report })
  const turns = createTurns()
  const maintenance = createMaintenance({
    ...services,
    turns,
    report,
    projections: [
      { name: 'articles', rebuild: index.rebuild },
      { name: 'translations', rebuild: translations.rebuild },
      { name: 'tracks', rebuild: tracks.rebuild },
      { name: 'editions', rebuild: editions.rebuild },
    ],
    verifyRecords: () => verifyWorkspaceRecords(store.read, documents.contributions),
  })
  sweepPackages(services)
  const memory = createMemory(services, report)
  const termbase = createTermbase(services)
  const lists = {
    catchUp(document: DocumentId) {
      const story = storyOf(document)
      if (documents.exists(articleDocument(story))) index.project(articleDocument(story))
      translations.remake(story)
      tracks.remake(story)
      editions.remake(story)
      memory.forgetStory(story)
      forgetRenders(services, document)
    },
  }
  const shared: SharedWords = {
    forget: (db, purge, { words, holds }) => forgetWords(db, purge, words, holds),
    forgotten: forgottenUnits,
    drop: forgetting.dropUnits,
    termsWith: termbase.entriesWith,
  }
  const purges = createPurgeCount()
  const purgeServices = {
    ...services,
    ...lists,
    shared,
    turns,
    purges,
    startCleaning: startCleaningThread,
    ...(onPurgeStep && { onStep: onPurgeStep }),
  }
  const purging = createPurging(purgeServices, report)
  await purging.resume()
  maintenance.start()
  const texts = createBundledTexts(services)
  const takeClip = (file: Readonly<{ path: string; name: string }>) =>
    importClip(services, file, besideJobs(services))
  const bundling = { ...services, mayLeave: stamps.mayLeave, texts, purges, takeClip }
  const mailbox = createMailbox(bundling, { report, waits: mailboxWaits })
  mailbox.start()
  const rendering = {
    ...services,
    presets,
    fontHashes: createFontHashes(),
    mayLeave: stamps.mayLeave,
    approvedRevision: (document: DocumentId) => approvedRevision(records, document),
  }
  const renderJobs = createRenderJobs(rendering)
  await renderJobs.resume()
  services.clips.resume()
  const parts = {
    services,
    purging,
    index,
    translations,
    tracks,
    editions,
    stamps,
    bundling,
    mailbox,
    memory,
    termbase,
    maintenance,
    channels,
    rendering,
    renderJobs,
    restart,
  }
  return {
    services,
    router: composeRouter(parts),
    newClient: (client, trusted) => ({ client: `${client}-${crypto.randomUUID()}`, profile: null, trusted }),
    forgetClient(context) {
      signOut(services, context)
      stamps.leave(context.client)
    },
    close: () =>
      stopWorkspace(services, {
        stamps,
        index,
        translations,
        tracks,
        editions,
        maintenance,
        purging,
        mailbox,
        memory,
      }),
  }
}

type Running = Readonly<{
  stamps: StampGuard
  index: ArticleIndex
  translations: TranslationIndex
  tracks: TrackIndex
  editions: EditionIndex
  maintenance: MaintenanceService
  purging: Purging
  mailbox: Mailbox
  memory: MemoryService
}>

async function stopWorkspace({ store, jobs }: Services, running: Running): Promise<void> {
  if (!store.read.open) return
  running.maintenance.stop()
  await Promise.all([running.mailbox.stop(), running.purging.stop()])
  try {
    await jobs.close()
    running.stamps.leaveAll()
    running.index.close()
    running.translations.close()
    running.tracks.close()
    running.editions.close()
    await running.memory.close()
  } finally {
    store.close()
  }
}

/** For work of a job's kind that is part of something else. */
function besideJobs({ store }: Services): JobControl {
  return {
    signal: new AbortController().signal,
    progress: () => undefined,
    conclude: async (write) => store.write(write),
  }
}
