import { rmSync } from 'node:fs'
import { uuidv7 } from 'uuidv7'
import * as Y from 'yjs'
import type { Failure } from '#contract/failures.ts'
import { changeArticle } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { parseRevision } from '#domain/revision.ts'
import { packageFolder } from '../packages/package-paths.ts'
import type { ReadHandle, Services } from '../services.ts'
import { faultOrThrow } from '../store/faults.ts'
import type { WorkspaceStore } from '../store/store.ts'
import { type CleanedBackups, cleanBackups, dropRevisions } from './backup-cleaning.ts'
import { articleWithout, holdsPurged, type PurgeTarget, safeBlock } from './purge.ts'
import { closeHit } from './stamp-hits.ts'

export type PurgeServices = Pick<Services, 'documents' | 'events' | 'paths' | 'clock'> &
  Readonly<{
    store: WorkspaceStore
    /** Brings lists and full text up to date: what they hold of the text goes with it. */
    catchUp: () => void
    /** Told before each step; tests kill the process there. */
    onStep?: (step: PurgeStep) => void
  }>

export const purgeSteps = ['edit', 'rewrite', 'revisions', 'projections', 'backups', 'scrub'] as const
export type PurgeStep = (typeof purgeSteps)[number]

/** A purge under way, as `purges` keeps it; `id` is the hit's. */
export type Purge = PurgeTarget & Readonly<{ id: string; profile: string; safe: string | null }>

/** Notes the purge, then does it; a purge that was noted is finished at the next start whatever happens. */
export async function startPurge(
  services: PurgeServices,
  purge: Purge,
): Promise<Result<CleanedBackups, Failure>> {
  try {
    services.store.write((db) => {
      db.prepare(
        `INSERT INTO purges (id, document, block, safe, profile, step, at)
         VALUES (@id, @document, @block, @safe, @profile, 'edit', @at)
         ON CONFLICT (id) DO NOTHING`,
      ).run({ ...purge, at: services.clock.now() })
    })
  } catch (error) {
    return fail(faultOrThrow(error, services.paths.root))
  }
  return runPurge(services, purge)
}

/** Finishes what a killed process left: every step may be done twice. */
export async function resumePurges(services: PurgeServices): Promise<Result<null, Failure>> {
  const open = services.store.read
    .prepare<[], Purge>('SELECT id, document, block, safe, profile FROM purges')
    .all()
  for (const purge of open) {
    const finished = await runPurge(services, purge)
    if (!finished.ok) return finished
  }
  return succeed(null)
}

async function runPurge(services: PurgeServices, purge: Purge): Promise<Result<CleanedBackups, Failure>> {
  const { onStep = () => undefined, documents, store, events } = services
  onStep('edit')
  const edited = await deleteText(services, purge)
  if (!edited.ok) return edited
  onStep('rewrite')
  const state = rewriteCollected(services, purge.document)
  if (!state.ok) return state
  const current = documents.read(purge.document)
  if (!current.ok) return current
  const safe = current.value.blocks.find((block) => block.id === purge.block)
  const gone = (article: Article | undefined) => article === undefined || holdsPurged(article, purge, safe)
  try {
    onStep('revisions')
    const dropped = store.write((db) => dropRevisions(db, purge.document, gone))
    const kept = documents.keepRevision(uuidv7(), purge.document, 'purged', '', purge.profile)
    if (!kept.ok) return kept
    onStep('projections')
    services.catchUp()
    dropPackages(services, purge, dropped.length > 0)
    onStep('backups')
    const at = services.clock.now()
    const { document } = purge
    const cleaned = cleanBackups(services.paths, {
      purge: purge.id,
      document,
      state: state.value,
      at,
      holdsPurged: gone,
    })
    onStep('scrub')
    store.write((db) => {
      closeHit(db, purge.id, 'purged', '')
      db.prepare('DELETE FROM purges WHERE id = ?').run(purge.id)
    })
    store.scrub()
    events.emit({ kind: 'secrets', document })
    events.emit({ kind: 'revisions', document })
    return succeed(cleaned)
  } catch (error) {
    return fail(faultOrThrow(error, services.paths.root))
  }
}

/** The ordinary update that others receive, too. */
async function deleteText(
  { documents, store }: PurgeServices,
  purge: Purge,
): Promise<Result<unknown, Failure>> {
  const article = documents.read(purge.document)
  if (!article.ok) return article
  const safe = rememberedBlock(purge) ?? safeBlock(keptArticles(store.read, purge.document), purge.block)
  const next = articleWithout(article.value, purge, safe)
  return documents.edit(purge.document, purge.profile, (doc) => changeArticle(doc, next))
}

/** What the guard remembered when it found the hit: our own JSON. */
function rememberedBlock({ block, safe }: Purge): Block | undefined {
  return block === null || safe === null ? undefined : (JSON.parse(safe) as Block)
}

function* keptArticles(db: ReadHandle, document: DocumentId): Iterable<Article> {
  const hashes = db
    .prepare<[string], string>('SELECT DISTINCT revision FROM versions WHERE document = ? ORDER BY at DESC')
    .pluck()
    .all(document) as string[]
  const body = db.prepare<[string], string>('SELECT body FROM revisions WHERE hash = ?').pluck()
  for (const hash of hashes) {
    const article = parseRevision(String(body.get(hash) ?? ''))
    if (article) yield article
  }
}

/** A new document that never held the text: garbage collection leaves no word of what was deleted. */
function rewriteCollected({ documents }: PurgeServices, document: DocumentId): Result<Uint8Array, Failure> {
  const whole = documents.state(document)
  if (!whole.ok) return whole
  const doc = new Y.Doc({ gc: true })
  Y.applyUpdate(doc, whole.value.update)
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  const replaced = documents.replace(document, state)
  return replaced.ok ? succeed(state) : replaced
}

/** Packages made from a dropped text hold it, too. */
function dropPackages({ store, paths, events }: PurgeServices, purge: Purge, anyDropped: boolean): void {
  const article = articleIdOf(purge.document)
  if (!anyDropped || article === undefined) return
  const ids = store.read
    .prepare<[string], string>('SELECT id FROM packages WHERE article = ?')
    .pluck()
    .all(article)
  for (const id of ids) rmSync(packageFolder(paths, String(id)), { recursive: true, force: true })
  store.write((db) => db.prepare('DELETE FROM packages WHERE article = ?').run(article))
  events.emit({ kind: 'packages' })
}
