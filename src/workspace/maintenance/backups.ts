import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import type { BackupRow } from '#contract/maintenance.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { askDatabaseWorker } from '../store/ask-worker.ts'
import { backupNames, backupTime, nameBackup } from '../store/backup-files.ts'
import type { Clock } from '../store/clock.ts'
import { removeDatabase } from '../store/database.ts'
import { diskFault } from '../store/faults.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import type { Store } from '../store/store.ts'
import type { Turns } from '../store/turns.ts'
import { expiredBackups } from './retention.ts'

export type Backups = Readonly<{
  /** Copies the database and checks the copy, in a thread; older copies go by the retention rule. */
  make(): Promise<Result<BackupRow, Failure>>
  list(): Promise<readonly BackupRow[]>
  /** Names, newest first. */
  names(): readonly string[]
}>

export function createBackups(store: Store, paths: WorkspacePaths, clock: Clock, turns: Turns): Backups {
  /** A file that was found whole, and has not changed, is not read through again. */
  const looked = new Map<string, BackupRow>()

  /** Undefined for one that has gone since it was listed. */
  async function rowOf(name: string): Promise<BackupRow | undefined> {
    const file = join(paths.backups, name)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found === undefined) return undefined
    const { size, mtimeMs } = found
    const key = `${name} ${size} ${mtimeMs}`
    const known = looked.get(key)
    if (known) return known
    const { fault, articles } = await askDatabaseWorker({ kind: 'look', database: file })
    const row = { name, at: backupTime(name) ?? 0, bytes: size, intact: fault === null, articles }
    looked.set(key, row)
    return row
  }

  async function make(): Promise<Result<BackupRow, Failure>> {
    const name = nameBackup(clock.now(), 'daily')
    const target = join(paths.backups, name)
    const { fault, code } = await askDatabaseWorker({ kind: 'copy', database: store.read.name, target })
    if (fault !== null) return fail(faultOfBackup(target, code, fault))
    for (const expired of expiredBackups(backupNames(paths.backups), clock.now())) {
      removeDatabase(join(paths.backups, expired))
    }
    const row = await rowOf(name)
    return row ? succeed(row) : fail(failure('not-found', { what: name }))
  }

  /** One after the other, each in a turn of its own: a purge waits for one of them at most. */
  async function list(): Promise<readonly BackupRow[]> {
    const rows: BackupRow[] = []
    for (const name of backupNames(paths.backups)) {
      const row = await turns.take(() => rowOf(name))
      if (row) rows.push(row)
    }
    return rows
  }

  return {
    make: () => turns.take(make),
    names: () => backupNames(paths.backups),
    list,
  }
}

function faultOfBackup(path: string, code: string, detail: string): Failure {
  return (
    diskFault(Object.assign(new Error(detail), { code }), path) ?? failure('write-failed', { path, detail })
  )
}
