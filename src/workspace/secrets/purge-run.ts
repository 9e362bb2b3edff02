import { rmSync } from 'node:fs'
import type { Failure } from '#contract/failures.ts'
import type { Article } from '#domain/article.ts'
import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { bundlesFolder } from '../files/bundle-files.ts'
import type { Services } from '../services.ts'
import { diskFault, faultOrThrow } from '../store/faults.ts'
import { packageFolder } from '../store/paths.ts'
import type { Store } from '../store/store.ts'
import type { Turns } from '../store/turns.ts'
import { type CleanedBackups, cleanBackups, type ForgetListed } from './backup-cleaning.ts'
import { holdsPurged } from './purge.ts'
import { forgetPurge, noteTextGone, type Purge } from './purge-notes.ts'
import { collectedState, deleteText, keepPurged, rewriteCollected } from './purge-text.ts'
import { dropRevisions, dropTraces, type HoldsPurged } from './purge-traces.ts'
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
    forgetListed: ForgetListed
    /** Told before each step; tests kill the process there. */
    onStep?: (step: PurgeStep) => void
  }>

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
 * Carries out a purge that is noted; every step may be done twice. A backup under way is waited for: it copies the
 * database as it was.
 */
export function runPurge(services: PurgeServices, purge: Purge): Promise<Result<CleanedBackups, Failure>> {
  return services.turns.take(() => carryOut(services, purge))
}

async function carryOut(services: PurgeServices, purge: Purge): Promise<Result<CleanedBackups, Failure>> {
  try {
    if (purge.step === 'edit' && services.documents.exists(purge.document)) {
      const gone = await purgeText(services, purge)
      if (!gone.ok) return gone
    }
    return await purgeTraces(services, purge)
  } catch (error) {
    return fail(faultOrThrow(error, services.paths.root))
  }
}

/** The document and its kept versions lose the text. */
async function purgeText(services: PurgeServices, purge: Purge): Promise<Result<unknown, Failure>> {
  const { onStep = () => undefined, store } = services
  onStep('edit')
  const edited = await deleteText(services, purge)
  if (!edited.ok) return edited
  onStep('rewrite')
  const rewritten = rewriteCollected(services, purge.document)
  if (!rewritten.ok) return rewritten
  const judged = judgeKept(services, purge)
  if (!judged.ok) return judged
  onStep('revisions')
  store.write((db) => {
    dropRevisions(db, purge.document, judged.value)
    closeHit(db, purge.id, 'purged', '')
  })
  const kept = keepPurged(services, purge)
  if (kept.ok) store.write((db) => noteTextGone(db, purge.id))
  return kept
}

/** All other places lose it, the write-ahead log at last; only then is the purge forgotten. */
async function purgeTraces(services: PurgeServices, purge: Purge): Promise<Result<CleanedBackups, Failure>> {
  const { onStep = () => undefined, documents, store, events, paths, clock } = services
  const { id, document, block } = purge
  onStep('packages')
  await stopExports(services)
  dropPackages(services, purge)
  onStep('projections')
  services.catchUp(purge.document)
  onStep('backups')
  const state = collectedState(documents, document)
  if (!state.ok) return state
  const judged = judgeKept(services, purge)
  if (!judged.ok) return judged
  const facts = { purge: id, document, block, at: clock.now() }
  const cleaned = cleanBackups(paths, {
    ...facts,
    state: state.value,
    holdsPurged: judged.value,
    forgetListed: services.forgetListed,
  })
  onStep('scrub')
  store.scrub()
  onStep('finish')
  store.write((db) => {
    forgetPurge(db, id)
    markHeld(db, document)
  })
  scrubAgain(store)
  tellHits(events, document)
  events.emit({ kind: 'revisions', document })
  return succeed(cleaned)
}

/** The text is gone by now; this is for the purge's own row, and may wait for the next checkpoint. */
function scrubAgain(store: Store): void {
  try {
    store.scrub()
  } catch (error) {
    if (diskFault(error, '') === undefined) throw error
  }
}

/** Judges kept texts by the block as it stands now: anything else it ever said may hold the secret. */
function judgeKept({ documents }: PurgeServices, purge: Purge): Result<HoldsPurged, Failure> {
  const holds = (safe?: Article['blocks'][number]) => (article: Article | undefined) =>
    article === undefined || holdsPurged(article, purge, safe)
  if (!documents.exists(purge.document)) return succeed(holds())
  const current = documents.read(purge.document)
  if (!current.ok) return current
  return succeed(holds(current.value.blocks.find(({ id }) => id === purge.block)))
}

/** An export under way may be writing the text just now. A job does not say which article it is about. */
async function stopExports({ jobs }: PurgeServices): Promise<void> {
  const open = jobs
    .list()
    .filter(({ kind, state }) => kind === 'export' && (state === 'running' || state === 'waiting'))
  for (const { id } of open) jobs.cancel(id)
  await Promise.all(open.map(({ id }) => jobs.ended(id)))
}

/** Packages of the article, and bundles that wait to be fetched, may hold the text; what was approved without it can be exported again. */
function dropPackages({ store, paths, events }: PurgeServices, purge: Purge): void {
  const ids = store.read
    .prepare<[string], string>('SELECT id FROM packages WHERE article = ?')
    .pluck()
    .all(articleIdOf(purge.document) ?? '')
  for (const id of ids) rmSync(packageFolder(paths, String(id)), { recursive: true, force: true })
  rmSync(bundlesFolder(paths), { recursive: true, force: true })
  store.write((db) => {
    dropTraces(db, purge)
    // What this machine put into a mailbox may hold the text: all of it goes, and what is clean is put there anew.
    db.prepare('DELETE FROM mailbox_posts WHERE device = ?').run(store.device)
  })
  events.emit({ kind: 'packages' })
}
