import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentService } from '../documents/document-service.ts'
import type { EventService } from '../services.ts'
import { askDatabaseWorker } from '../store/ask-worker.ts'
import { backupTime } from '../store/backup-files.ts'
import { printBug, type ReportBug } from '../store/bugs.ts'
import type { Clock } from '../store/clock.ts'
import type { Store } from '../store/store.ts'
import type { Turns } from '../store/turns.ts'
import type { Backups } from './backups.ts'

type Needs = Readonly<{
  store: Store
  clock: Clock
  events: EventService
  documents: DocumentService
  turns: Turns
  report?: ReportBug
}>

const breath = 100
const rhythm = 10 * 60_000
const backupAge = 6 * 60 * 60_000

/** Checks, compaction and backups, while nobody waits for them. Answers how to stop it. */
export function startUpkeep(needs: Needs, backups: Backups): () => void {
  const stop = new AbortController()
  const report = (error: unknown): void => {
    // what ends with the workspace is no bug
    if (!stop.signal.aborted) (needs.report ?? printBug)(error)
  }
  if (needs.store.startedClean) checkQuietly(needs, stop.signal).catch(report)
  const timer = setInterval(() => void round(needs, backups, stop.signal).catch(report), rhythm)
  timer.unref()
  return () => {
    clearInterval(timer)
    stop.abort()
  }
}

/** After an unclean exit the database was checked before it was opened; after a clean one it is checked now. */
async function checkQuietly({ store, events, turns }: Needs, stop: AbortSignal): Promise<void> {
  const path = store.read.name
  const task = { kind: 'check', database: path, depth: 'quick_check' } as const
  const { fault, code } = await turns.take(() => askDatabaseWorker(task))
  const damaged = fault !== null && (code === '' || code.startsWith('SQLITE_CORRUPT'))
  if (damaged && !stop.aborted) events.emit({ kind: 'storeFails', code: 'database-damaged', path })
}

async function round({ documents, clock, events, store }: Needs, backups: Backups, stop: AbortSignal) {
  while (!stop.aborted && documents.sweep() > 0) await pause(breath, undefined, { ref: false })
  const [newest] = backups.names()
  const age = clock.now() - (newest === undefined ? 0 : (backupTime(newest) ?? 0))
  if (stop.aborted || age < backupAge) return
  const made = await backups.make()
  if (made.ok || stop.aborted) return
  events.emit({ kind: 'storeFails', code: made.failure.code, path: store.read.name })
}
