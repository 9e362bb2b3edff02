import Database from 'better-sqlite3'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { faultOrThrow } from './faults.ts'

/** Kept here so that no garbage collection closes a handle and lets a second owner in. */
const held = new Set<Database.Database>()

export type OwnerLock = Readonly<{ release(): void }>

/**
 * Takes a workspace for this process: an open exclusive transaction on a separate SQLite file. The system drops
 * the lock with the process, however it ends; a pid file would outlive it.
 */
export function takeOwnerLock(path: string, root: string): Result<OwnerLock, Failure> {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { timeout: 0 })
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    if (isBusy(error)) return fail(failure('workspace-in-use', { path: root }))
    return fail(faultOrThrow(error, root))
  }
  held.add(db)
  return succeed({ release: () => release(db) })
}

function release(db: Database.Database): void {
  if (!held.delete(db)) return
  db.exec('ROLLBACK')
  db.close()
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
}
