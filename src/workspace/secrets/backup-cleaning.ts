import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { backupNames } from '../store/backup-files.ts'
import { removeDatabase } from '../store/database.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { restoredAside, restoredCopy } from '../store/restoration.ts'
import type { Cleaning, CleaningTask } from './database-cleaning.ts'
import type { Purge } from './purge-notes.ts'

export type CleanedBackups = Readonly<{ backupsCleaned: number; backupsDropped: number }>

/** Does one task after the other beside the owner's own thread: whoever types meanwhile is answered. */
export type CleaningThread = Readonly<{
  perform(task: CleaningTask): Promise<boolean>
  /** Lets the thread go, once it has done what it was given. */
  end(): void
}>
export type StartCleaning = () => CleaningThread

/**
 * Cleans every backup, what restores put aside, and a restore that waits; one that cannot be cleaned is deleted: a
 * secret weighs more than a backup. No backup may be under way: half copies go as they are. When the workspace closes it
 * is `cancelled` between two files; the next start does it again.
 */
export async function cleanBackups(
  paths: WorkspacePaths,
  cleaning: Cleaning,
  start: StartCleaning,
  stop: AbortSignal,
): Promise<Result<CleanedBackups, Failure>> {
  for (const path of halfCopies(paths)) removeDatabase(path)
  const thread = start()
  let [backupsCleaned, backupsDropped] = [0, 0]
  try {
    for (const { path, task } of databasesAside(paths, cleaning)) {
      if (stop.aborted) return fail(failure('cancelled', {}))
      const isClean = await thread.perform(task)
      if (isClean) backupsCleaned += 1
      else {
        removeDatabase(path)
        backupsDropped += 1
      }
    }
  } finally {
    thread.end()
  }
  return succeed({ backupsCleaned, backupsDropped })
}

type Aside = Readonly<{ path: string; task: CleaningTask }>

function databasesAside(paths: WorkspacePaths, cleaning: Cleaning): readonly Aside[] {
  const replaced = readdirSync(paths.root).filter((name) => /^replaced-.*\.sqlite$/.test(name))
  const whole = [
    ...backupNames(paths.backups).map((name) => join(paths.backups, name)),
    ...replaced.map((name) => join(paths.root, name)),
  ]
  const waiting = restoredCopy(paths)
  return [
    ...whole.map((path) => ({ path, task: { kind: 'clean', database: path, cleaning } }) as const),
    ...(existsSync(waiting)
      ? [{ path: waiting, task: { kind: 'cleanRestored', paths, cleaning } } as const]
      : []),
  ]
}

function halfCopies(paths: WorkspacePaths): readonly string[] {
  const half = readdirSync(paths.backups).filter((name) => name.endsWith('.sqlite.new'))
  return [restoredAside(paths), ...half.map((name) => join(paths.backups, name))]
}

/**
 * A restore that waits takes the database's place at the next start: the purge must be known there, too. A copy
 * that cannot take the note would bring the text back unseen, so it goes; the backup that it was made of stays.
 */
export async function noteInRestoredCopy(
  paths: WorkspacePaths,
  purge: Purge,
  at: number,
  start: StartCleaning,
): Promise<void> {
  if (!existsSync(restoredCopy(paths))) return
  const thread = start()
  try {
    const noted = await thread.perform({ kind: 'noteInRestored', paths, purge, at })
    if (!noted) removeDatabase(restoredCopy(paths))
  } finally {
    thread.end()
  }
}
