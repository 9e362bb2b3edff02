import { copyFileSync } from 'node:fs'
import { openAside, removeDatabase, type WriteHandle } from '../store/database.ts'
import { flushFileSync, moveDurablySync } from '../store/durable-files-sync.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { restoredAside, restoredCopy } from '../store/restoration.ts'

/**
 * Changes the copy that waits for a restore. It takes the database's place by its name alone, so it is changed
 * aside and renamed: nothing of it may lie in a log of its own. False when that fails.
 */
export function changeRestoredCopy(paths: WorkspacePaths, change: (db: WriteHandle) => void): boolean {
  const path = restoredCopy(paths)
  const aside = restoredAside(paths)
  try {
    removeDatabase(aside)
    copyFileSync(path, aside)
    const db = openAside(aside)
    try {
      change(db)
    } finally {
      db.close()
    }
    flushFileSync(aside)
    moveDurablySync(aside, path)
    return true
  } catch {
    removeDatabase(aside)
    return false
  }
}
