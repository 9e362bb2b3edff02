import { chmodSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { flushFileSync, moveDurablySync } from './durable-files-sync.ts'

/**
 * Copies a database into a new file and checks the copy before it gets its name. Throws what SQLite throws, and
 * leaves no file, when the disk is full or the copy is not whole.
 */
export function copyDatabase(db: Database.Database, target: string): void {
  const aside = `${target}.new`
  removeCopy(aside)
  try {
    db.prepare('VACUUM INTO ?').run(aside)
    const fault = faultOf(aside, 'integrity_check')
    if (fault !== undefined) throw new DamagedCopy(fault)
    chmodSync(aside, 0o600)
    flushFileSync(aside)
    moveDurablySync(aside, target)
  } catch (error) {
    removeCopy(aside)
    throw error
  }
}

function removeCopy(path: string): void {
  for (const suffix of ['', '-journal']) rmSync(`${path}${suffix}`, { force: true })
}

/** Asks SQLite whether a database file is whole; the first complaint, or undefined. */
export function faultOf(path: string, check: 'integrity_check' | 'quick_check'): string | undefined {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const answer = String(db.pragma(`${check}(1)`, { simple: true }))
    return answer === 'ok' ? undefined : answer
  } finally {
    db.close()
  }
}

/** Speaks SQLite's language, so that all who read its faults understand it. */
class DamagedCopy extends Error {
  readonly code = 'SQLITE_CORRUPT'
}
