import { copyFileSync, existsSync, rmSync } from 'node:fs'
import type { WriteHandle } from '../store/database.ts'
import { openForWriting } from '../store/database.ts'
import { flushFileSync, moveDurablySync } from '../store/durable-files-sync.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { restoredCopy } from '../store/restoration.ts'
import { notePurge, type Purge } from './purge-notes.ts'

/** Database files come with companions that hold text, too. */
export function removeDatabaseFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true })
}

/**
 * Changes the copy that waits for a restore. It takes the database's place by its name alone, so it is changed
 * aside and renamed: nothing of it may lie in a log of its own. False when that fails.
 */
export function changeRestoredCopy(paths: WorkspacePaths, change: (db: WriteHandle) => void): boolean {
  const path = restoredCopy(paths)
  const aside = asideOf(paths)
  try {
    removeDatabaseFiles(aside)
    copyFileSync(path, aside)
    const db = openForWriting(aside, false)
    try {
      change(db)
    } finally {
      db.close()
    }
    flushFileSync(aside)
    moveDurablySync(aside, path)
    return true
  } catch {
    removeDatabaseFiles(aside)
    return false
  }
}

/** Where the waiting copy is changed; what a killed process left there is nobody's. */
export function asideOf(paths: WorkspacePaths): string {
  return `${restoredCopy(paths)}.new`
}

/**
 * A restore that waits takes the database's place at the next start: the purge must be known there, too. A copy
 * that cannot take the note would bring the text back unseen, so it goes; the backup that it was made of stays.
 */
export function noteInRestoredCopy(paths: WorkspacePaths, purge: Purge, at: number): void {
  if (!existsSync(restoredCopy(paths))) return
  const noted = changeRestoredCopy(paths, (db) => db.transaction(() => notePurge(db, purge, at)).immediate())
  if (!noted) removeDatabaseFiles(restoredCopy(paths))
}
