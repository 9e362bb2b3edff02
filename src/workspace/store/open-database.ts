import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { backupNames, nameBackup } from './backup-files.ts'
import type { Clock } from './clock.ts'
import { copyDatabase } from './copy.ts'
import type { WriteHandle } from './database.ts'
import { numberOf, openForWriting, removeDatabase } from './database.ts'
import { moveDurablySync } from './durable-files-sync.ts'
import { diskFault, faultOrThrow } from './faults.ts'
import { fileKind } from './header.ts'
import { readMeta } from './meta.ts'
import { migrate, missingMigrations } from './migrate.ts'
import { newestSchema } from './migrations.ts'
import type { WorkspacePaths } from './paths.ts'

/** Makes an empty database aside and gives it its name only when it is whole. */
export function createDatabase(path: string): void {
  const aside = `${path}.new`
  removeDatabase(aside)
  try {
    const db = openForWriting(aside, true)
    try {
      migrate(db)
    } finally {
      db.close()
    }
    chmodSync(aside, 0o600)
    moveDurablySync(aside, path)
  } catch (error) {
    removeDatabase(aside)
    throw error
  }
}

/** Opens a workspace's database: is it one, is it whole, is it not too new, is it at today's schema? */
export function openDatabase(paths: WorkspacePaths, clock: Clock): Result<WriteHandle, Failure> {
  const path = paths.database
  let db: WriteHandle | undefined
  try {
    const stranger = strangerAt(paths)
    if (stranger) return fail(stranger)
    db = openForWriting(path, false)
    const refusal = refusalOf(db, paths)
    if (refusal) {
      db.close()
      return fail(refusal)
    }
    const failed = upgrade(db, paths, clock)
    if (failed) {
      db.close()
      return fail(failed)
    }
    return succeed(db)
  } catch (error) {
    db?.close()
    return fail(withBackup(faultOrThrow(error, path), paths))
  }
}

/** Looks at the file's header before SQLite touches it: a stranger's database is left as it is. */
function strangerAt(paths: WorkspacePaths): Failure | undefined {
  const kind = fileKind(paths.database)
  if (kind === 'stranger') return failure('not-a-workspace', { path: paths.root })
  return kind === 'damaged' ? damaged(paths, 'The file does not begin as a database does') : undefined
}

function refusalOf(db: WriteHandle, paths: WorkspacePaths): Failure | undefined {
  const found = numberOf(db, 'user_version')
  if (found > newestSchema) {
    return failure('database-newer', { path: paths.root, found, supported: newestSchema })
  }
  if (readMeta(db, 'cleanExit') === 'yes') return undefined
  const answer = String(db.pragma('quick_check(1)', { simple: true }))
  return answer === 'ok' ? undefined : damaged(paths, answer)
}

/** A database that holds something is copied, and the copy checked, before its schema changes (SAFE3). */
function upgrade(db: WriteHandle, paths: WorkspacePaths, clock: Clock): Failure | undefined {
  if (missingMigrations(db).length === 0) return undefined
  mkdirSync(paths.backups, { recursive: true, mode: 0o700 })
  copyDatabase(db, join(paths.backups, nameBackup(clock.now(), 'migration')))
  try {
    migrate(db)
    return undefined
  } catch (error) {
    return diskFault(error, paths.database) ?? damaged(paths, `migration: ${String(error)}`)
  }
}

function damaged(paths: WorkspacePaths, detail: string): Failure {
  const [backup = null] = backupNames(paths.backups)
  return failure('database-damaged', { path: paths.database, detail, backup })
}

function withBackup(fault: Failure, paths: WorkspacePaths): Failure {
  return fault.code === 'database-damaged' ? damaged(paths, fault.facts.detail) : fault
}
