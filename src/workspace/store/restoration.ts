import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { flushFolderSync, moveDurablySync, readSmallFile, writeDurablySync } from './durable-files-sync.ts'
import type { WorkspacePaths } from './paths.ts'

const markerName = 'restore'
const restoredName = 'workspace.sqlite.restored'

/** Where the copy of a backup waits to take the database's place. */
export function restoredCopy(paths: WorkspacePaths): string {
  return join(paths.root, restoredName)
}

/** Where that copy is made or changed; what a killed process left there is nobody's. */
export function restoredAside(paths: WorkspacePaths): string {
  return `${restoredCopy(paths)}.new`
}

/** From here on the restore will be done, however often it is interrupted. `kept` is where the database goes. */
export function decideRestore(paths: WorkspacePaths, kept: string): void {
  writeDurablySync(join(paths.root, markerName), kept, 0o600)
}

/** True while a decided restore is not done. */
export function isRestoring(paths: WorkspacePaths): boolean {
  return existsSync(join(paths.root, markerName))
}

/**
 * Does, or finishes, a restore that was decided. The database and its write-ahead log move together: a log left
 * behind would be read into the other database.
 */
export function finishRestore(paths: WorkspacePaths): void {
  const marker = join(paths.root, markerName)
  const kept = readSmallFile(marker)
  if (kept === undefined) return
  if (existsSync(restoredCopy(paths))) {
    moveIfThere(`${paths.database}-wal`, join(paths.root, `${kept}-wal`))
    rmSync(`${paths.database}-shm`, { force: true })
    moveIfThere(paths.database, join(paths.root, kept))
    flushFolderSync(paths.root)
    moveDurablySync(restoredCopy(paths), paths.database)
  }
  rmSync(marker)
  flushFolderSync(paths.root)
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
}
