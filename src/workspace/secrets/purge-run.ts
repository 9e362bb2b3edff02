import { rmSync } from 'node:fs'
import type { Failure } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Services } from '../services.ts'
import { bundlesFolder } from '../store/bundle-files.ts'
import { diskFault, faultOrThrow } from '../store/faults.ts'
import { madeFolder } from '../store/made-files.ts'
import { packageFolder } from '../store/paths.ts'
import type { PurgeCount } from '../store/purge-count.ts'
import type { Store } from '../store/store.ts'
import type { Turns } from '../store/turns.ts'
import { type CleanedBackups, cleanBackups, type StartCleaning } from './backup-cleaning.ts'
import type { CleanedDocument } from './database-cleaning.ts'
import { forgetPurge, noteTextGone, type Purge } from './purge-notes.ts'
import { purgedStory } from './purge-story.ts'
import { collectedState, deleteText, keepPurged, purgedDocuments, rewriteCollected } from './purge-text.ts'
import { dropRevisions, dropTraces } from './purge-traces.ts'
import { judgeVersions, measureVersions } from './purged-versions.ts'
import type { SharedWords } from './shared-words.ts'
import { closeHit, markHeld, tellHits } from './stamp-hits.ts'

export type PurgeServices = Pick<
  Services,
  'store' | 'documents' | 'records' | 'events' | 'jobs' | 'paths' | 'clock'
> &
  Readonly<{
    /** Shared with whatever copies or reads the whole database: such work and a purge shut each other out. */
    turns: Turns
    /** Brings lists and full text up to date: what they hold of the text goes with it. */
    catchUp: (document: DocumentId) => void
    startCleaning: StartCleaning
    shared: SharedWords
    purges: Pick<PurgeCount, 'rise'>
    /** Told before each step; tests kill the process there. */
    onStep?: (step: PurgeStep) => void
  }>

/** What a purge did beside the text itself. `terms` hold its words and stand as they were. */
export type Purged = CleanedBackups & Readonly<{ memoryUnits: number; terms: readonly string[] }>

export const purgeSteps = [
  'edit',
  'rewrite',
  'revisions',
  'packages',
  'projections',
  'backups',
  'scrub',
  'finish',
] as const
export type PurgeStep = (typeof purgeSteps)[number]

/**
 * Carries out a purge that is noted; every step may be done twice. To be asked within a turn: a backup under way copies
 * the database as it was. What `stop` cuts off is done at the next start.
 */
export async function runPurge(
  services: PurgeServices,
  purge: Purge,
  stop: AbortSignal,
): Promise<Result<Purged, Failure>> {
  try {
    // what an import adds from now on would not be looked through: it takes out again what it added
    await stopJobs(services, ['import'])
    const isText = purge.step === 'edit' && services.documents.exists(purge.document)
    const gone = isText ? await purgeText(services, purge) : succeed([])
    if (!gone.ok) return gone
    const memoryUnits = services.shared.forgotten(services.store.read, purge.id).length
    const cleaned = await purgeTraces(services, purge, stop)
    return cleaned.ok ? succeed({ ...cleaned.value, memoryUnits, terms: gone.value }) : cleaned
  } catch (error) {
    return fail(faultOrThrow(error, services.paths.root))
  }
}

/** The document and its kept versions lose the text; answers the terms that hold its words and stay. */
async function purgeText(services: PurgeServices, purge: Purge): Promise<Result<readonly string[], Failure>> {
  const { onStep = () => undefined, store } = services
  onStep('edit')
  const edited = await deleteText(services, purge)
  if (!edited.ok) return edited
  onStep('rewrite')
  const rewritten = rewriteCollected(services, purge)
  if (!rewritten.ok) return rewritten
  const cleaned = cleanedDocuments(services, purge)
  if (!cleaned.ok) return cleaned
  onStep('revisions')
  store.write((db) => {
    for (const { document, versions } of cleaned.value) dropRevisions(db, document, judgeVersions(versions))
    closeHit(db, purge.id, 'purged', '')
  })
  const kept = keepPurged(services, purge)
  if (!kept.ok) return kept
  store.write((db) => noteTextGone(db, purge.id))
  return edited
}

/** All other places lose it, the write-ahead log at last; only then is the purge forgotten. */
async function purgeTraces(
  services: PurgeServices,
  purge: Purge,
  stop: AbortSignal,
): Promise<Result<CleanedBackups, Failure>> {
  const { onStep = () => undefined, store, events, paths, clock, shared } = services
  const { id, document, block } = purge
  onStep('packages')
  await stopJobs(services, ['export', 'memoryExport', 'import', 'render'])
  dropPackages(services, purge)
  onStep('projections')
  services.catchUp(purge.document)
  onStep('backups')
  const documentsHere = cleanedDocuments(services, purge)
  if (!documentsHere.ok) return documentsHere
  const units = shared.forgotten(store.read, id)
  const cleaning = {
    purge: id,
    document,
    block,
    at: clock.now(),
    cleaned: new Map(documentsHere.value.map((each) => [each.document, each])),
    units,
  }
  const cleaned = await cleanBackups(paths, cleaning, services.startCleaning, stop)
  if (!cleaned.ok) return cleaned
  store.write((db) => shared.drop(db, units))
  onStep('scrub')
  store.scrub()
  onStep('finish')
  store.write((db) => {
    forgetPurge(db, id)
    markHeld(db, document)
  })
  scrubAgain(store)
  tellHits(events, document)
  for (const each of documentsHere.value) events.emit({ kind: 'revisions', document: each.document })
  return cleaned
}

/** The text is gone by now; this is for the purge's own row, and may wait for the next checkpoint. */
function scrubAgain(store: Store): void {
  try {
    store.scrub()
  } catch (error) {
    if (diskFault(error, '') === undefined) throw error
  }
}

/** Each document that loses text, as it is now, and how its kept texts are judged: by what is left of it. */
function cleanedDocuments(
  services: PurgeServices,
  purge: Purge,
): Result<readonly CleanedDocument[], Failure> {
  const cleaned: CleanedDocument[] = []
  for (const document of new Set([purge.document, ...purgedDocuments(services, purge)])) {
    const state = collectedState(services.documents, document)
    if (!state.ok) return state
    const versions = measureVersions(services, purge, document)
    if (!versions.ok) return versions
    cleaned.push({ document, state: state.value, versions: versions.value })
  }
  return succeed(cleaned)
}

/** What is under way may be writing the text just now. A job does not say which article it is about. */
async function stopJobs({ jobs }: PurgeServices, kinds: readonly JobView['kind'][]): Promise<void> {
  const open = jobs
    .list()
    .filter(({ kind, state }) => kinds.includes(kind) && (state === 'running' || state === 'waiting'))
  for (const { id } of open) jobs.cancel(id)
  await Promise.all(open.map(({ id }) => jobs.ended(id)))
}

/** Packages of the article, and whatever waits to be fetched, may hold the text; what was approved without it can be exported again. */
function dropPackages({ store, paths, events, purges }: PurgeServices, purge: Purge): void {
  purges.rise()
  const ids = store.read
    .prepare<[string], string>('SELECT id FROM packages WHERE article = ?')
    .pluck()
    .all(purgedStory(purge.document) ?? '')
  for (const id of ids) rmSync(packageFolder(paths, String(id)), { recursive: true, force: true })
  for (const made of [bundlesFolder(paths), madeFolder(paths)]) rmSync(made, { recursive: true, force: true })
  store.write((db) => {
    dropTraces(db, purge)
    // What this machine put into a mailbox may hold the text: all of it goes, and what is clean is put there anew.
    db.prepare('DELETE FROM mailbox_posts WHERE device = ?').run(store.device)
  })
  events.emit({ kind: 'packages' })
}
