import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { askDatabaseWorker } from '../store/ask-worker.ts'
import { backupNames } from '../store/backup-files.ts'
import type { Clock } from '../store/clock.ts'
import { removeDatabase } from '../store/database.ts'
import { flushFile, moveDurably } from '../store/durable-files.ts'
import { faultOrThrow } from '../store/faults.ts'
import { takeOwnerLock } from '../store/owner-lock.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { workspacePaths } from '../store/paths.ts'
import { decideRestore, finishRestore, restoredAside, restoredCopy } from '../store/restoration.ts'

type Restored = Readonly<{ kept: string }>

/** Restores a workspace that is closed, also one that cannot be opened any more. */
export async function restoreWorkspace(
  folder: string,
  name: string,
  clock: Clock = { now: Date.now },
): Promise<Result<Restored, Failure>> {
  const paths = workspacePaths(folder)
  if (!existsSync(paths.backups)) return fail(failure('not-a-workspace', { path: paths.root }))
  const lock = takeOwnerLock(paths.ownerLock, paths.root)
  if (!lock.ok) return lock
  try {
    const prepared = await prepareRestore(paths, name, clock)
    if (prepared.ok) finishRestore(paths)
    return prepared
  } catch (error) {
    return fail(faultOrThrow(error, paths.root))
  } finally {
    lock.value.release()
  }
}

/**
 * Checks a backup, copies it beside the database and checks the copy. From then on the next start takes the copy
 * for the database and keeps the database of today beside it, under the name in the answer.
 */
export async function prepareRestore(
  paths: WorkspacePaths,
  name: string,
  clock: Clock,
): Promise<Result<Restored, Failure>> {
  const file = join(paths.backups, name)
  if (basename(name) !== name || !backupNames(paths.backups).includes(name)) {
    return fail(failure('not-found', { what: name }))
  }
  const aside = restoredAside(paths)
  try {
    await copyFile(file, aside)
    await flushFile(aside)
    const { fault } = await askDatabaseWorker({ kind: 'look', database: aside })
    if (fault !== null) return fail(failure('backup-invalid', { path: file, detail: fault }))
    // only whole: a restore decided before may be waiting for this name
    await moveDurably(aside, restoredCopy(paths))
    const kept = `replaced-${new Date(clock.now()).toISOString().replace(/[:.]/g, '')}.sqlite`
    decideRestore(paths, kept)
    return succeed({ kept })
  } catch (error) {
    return fail(faultOrThrow(error, paths.root))
  } finally {
    removeDatabase(aside)
  }
}
