import Database from 'better-sqlite3'
import type { WorkspaceEvent } from '#contract/events.ts'
import type { ReportBug } from './bugs.ts'
import type { WriteHandle } from './database.ts'
import { createGroupCommit, type GroupedWork } from './group-commit.ts'
import { createHealth } from './health.ts'
import { createListeners } from './listeners.ts'

export type Writer = Readonly<{
  write<Value>(work: (db: WriteHandle) => Value): Value
  join<Value>(grouped: GroupedWork<Value>): void
  flush(): void
  afterCommit(listener: () => void): () => void
  close(): void
}>

/** The one who writes: single transactions, group commits, and word of how the disk does. */
export function createWriter(
  db: WriteHandle,
  report: (event: WorkspaceEvent) => void,
  reportBug?: ReportBug,
): Writer {
  const listeners = createListeners<[]>(reportBug)
  const health = createHealth(db.name, report, probe)
  const group = createGroupCommit(db, transact, tell)
  let telling = false

  function transact<Value>(work: () => Value): Value {
    try {
      const value = db.transaction(work).immediate()
      health.worked()
      return value
    } catch (error) {
      health.failed(error)
      throw withPath(error, db.name)
    }
  }

  /** What listeners commit themselves is not told again: projections would chase their own writes. */
  function tell(): void {
    if (telling) return
    telling = true
    listeners.tell()
    telling = false
  }

  function write<Value>(work: (db: WriteHandle) => Value): Value {
    if (db.inTransaction) return db.transaction(() => work(db))()
    group.flush()
    const value = transact(() => work(db))
    tell()
    return value
  }

  function probe(): void {
    try {
      transact(() => db.exec('UPDATE meta SET value = value'))
    } catch {
      // still failing: `health` knows, and tries again
    }
  }

  return {
    write,
    join: group.join,
    flush: () => (db.inTransaction ? undefined : group.flush()),
    afterCommit: listeners.add,
    close: () => {
      group.flush()
      health.close()
    },
  }
}

/** SQLite's errors do not say which file they are about. */
function withPath(error: unknown, path: string): unknown {
  return error instanceof Database.SqliteError ? Object.assign(error, { path }) : error
}
