import type { Failure } from '#contract/failures.ts'
import type { BackupRow } from '#contract/maintenance.ts'
import type { Verdict } from '#contract/packages.ts'
import type { Result } from '#domain/result.ts'
import type { DocumentService } from '../documents/document-service.ts'
import type { AssetService, EventService } from '../services.ts'
import type { ReportBug } from '../store/bugs.ts'
import type { Clock } from '../store/clock.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import type { Store } from '../store/store.ts'
import { createTurns, type Turns } from '../store/turns.ts'
import { createBackups } from './backups.ts'
import { prepareRestore } from './restore.ts'
import { startUpkeep } from './upkeep.ts'
import { type RecordsVerdict, verifyWorkspace } from './verify-workspace.ts'

/** What is derived from documents and records, and can be made again from them. */
export type Projection = Readonly<{ name: string; rebuild(): Promise<unknown> }>

export type MaintenanceNeeds = Readonly<{
  store: Store
  paths: WorkspacePaths
  clock: Clock
  events: EventService
  documents: DocumentService
  assets: Pick<AssetService, 'pathOf'>
  projections: readonly Projection[]
  verifyRecords: () => RecordsVerdict | Promise<RecordsVerdict>
  /** Shared with purges: none may begin while the database is copied or read as a whole. */
  turns?: Turns
  /** Told of bugs in what goes on in the background. */
  report?: ReportBug
}>

export type MaintenanceService = Readonly<{
  backup(): Promise<Result<BackupRow, Failure>>
  backups(): Promise<readonly BackupRow[]>
  /** Decides a restore: the next opening of the workspace does it. */
  prepareRestore(name: string): Promise<Result<Readonly<{ kept: string }>, Failure>>
  rebuild(): Promise<Readonly<{ documents: number; records: number }>>
  verify(): Promise<Verdict>
  /** Starts what goes on in the background: the check after a clean start, compaction, backups. */
  start(): void
  stop(): void
}>

export function createMaintenance(needs: MaintenanceNeeds): MaintenanceService {
  const { store, paths, clock, assets, verifyRecords, projections, turns = createTurns() } = needs
  const backups = createBackups(store, paths, clock, turns)
  let stop = (): void => {}
  return {
    backup: backups.make,
    backups: backups.list,
    prepareRestore: (name) => turns.take(() => prepareRestore(paths, name, clock)),
    async rebuild() {
      for (const projection of projections) await projection.rebuild()
      return counts(store)
    },
    verify: () => {
      store.flush()
      return verifyWorkspace(store.read, assets.pathOf, verifyRecords)
    },
    start: () => {
      stop = startUpkeep({ ...needs, turns }, backups)
    },
    stop: () => stop(),
  }
}

function counts({ read }: Store): Readonly<{ documents: number; records: number }> {
  const row = read
    .prepare<[], { documents: number; records: number }>(
      'SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM records) AS records',
    )
    .get()
  return row ?? { documents: 0, records: 0 }
}
