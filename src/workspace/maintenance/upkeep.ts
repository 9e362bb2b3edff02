import type { WorkspaceDocuments } from '../documents/document-service.ts'
import type { Clock, EventService } from '../services.ts'
import { askDatabaseWorker } from '../store/ask-worker.ts'
import { backupTime } from '../store/backup-files.ts'
import type { WorkspaceStore } from '../store/store.ts'
import type { Backups } from './backups.ts'

type Needs = Readonly<{
  store: WorkspaceStore
  clock: Clock
  events: EventService
  documents: WorkspaceDocuments
}>

const rhythm = 10 * 60_000
const backupAge = 6 * 60 * 60_000

/** Checks, compaction and backups, while nobody waits for them. Answers how to stop it. */
export function startUpkeep(needs: Needs, backups: Backups): () => void {
  if (needs.store.startedClean) void checkQuietly(needs)
  const timer = setInterval(() => void round(needs, backups), rhythm)
  timer.unref()
  return () => clearInterval(timer)
}

/** After an unclean exit the database was checked before it was opened; after a clean one it is checked now. */
async function checkQuietly({ store, events }: Needs): Promise<void> {
  const path = store.read.name
  const { fault } = await askDatabaseWorker({ kind: 'check', database: path, depth: 'quick_check' })
  if (fault !== null) events.emit({ kind: 'storeFails', code: 'database-damaged', path })
}

async function round({ documents, clock, events, store }: Needs, backups: Backups): Promise<void> {
  documents.sweep()
  const [newest] = backups.names()
  const age = clock.now() - (newest === undefined ? 0 : (backupTime(newest) ?? 0))
  if (age < backupAge) return
  const made = await backups.make()
  if (!made.ok) events.emit({ kind: 'storeFails', code: made.failure.code, path: store.read.name })
}
