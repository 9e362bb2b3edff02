import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol
/** Read and write handles are different types: a function's signature says which it needs. */
export type ReadHandle = Database.Database & { readonly [readable]: true }
export type WriteHandle = ReadHandle & { readonly [writable]: true }

/** "TrạT" in ASCII: marks a database file as a workspace's. */
export const applicationId = 0x5472_6154

/** Opens for writing with what durability asks for (DESIGN §4). The file must exist unless `create` is set. */
export function openForWriting(path: string, create: boolean): WriteHandle {
  const db = new Database(path, { fileMustExist: !create, timeout: 5000 })
  try {
    db.pragma('journal_mode = WAL')
    setDurability(db)
  } catch (error) {
    db.close()
    throw error
  }
  return db as WriteHandle
}

/** Milliseconds: whoever else looks at a file that lies aside reads it through. */
const patienceAside = 60_000

/**
 * Opens a database in which nobody works (a backup) for changing it. What changes goes into the file itself, whose name
 * alone says all of it: no companion stays beside it, and one that it came with is taken in.
 */
export function openAside(path: string): WriteHandle {
  const db = new Database(path, { fileMustExist: true, timeout: patienceAside })
  try {
    db.pragma('journal_mode = DELETE')
    setDurability(db)
  } catch (error) {
    db.close()
    throw error
  }
  return db as Database.Database as WriteHandle
}

/** Database files come with companions that hold text, too. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true })
}

/** Deleted text is overwritten (SEC1); a commit has reached the disk, not only the drive's cache, when it returns. */
function setDurability(db: Database.Database): void {
  db.pragma('synchronous = FULL')
  db.pragma('fullfsync = ON')
  db.pragma('checkpoint_fullfsync = ON')
  db.pragma('secure_delete = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
}

export function openForReading(path: string): ReadHandle {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  return db as Database.Database as ReadHandle
}

export function numberOf(db: Database.Database, pragma: 'user_version' | 'application_id'): number {
  return Number(db.pragma(pragma, { simple: true }))
}
