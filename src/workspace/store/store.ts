import { uuidv7 } from 'uuidv7'
import type { WorkspaceEvent } from '#contract/events.ts'
import type { ReportBug } from './bugs.ts'
import type { ReadHandle, WriteHandle } from './database.ts'
import type { GroupedWork } from './group-commit.ts'
import { readMeta, writeMeta } from './meta.ts'
import { createWriter } from './writer.ts'

export type Store = Readonly<{
  read: ReadHandle
  /** One IMMEDIATE transaction, durable when it returns. `work` is synchronous and must not return a promise. */
  write<Value>(work: (db: WriteHandle) => Value): Value
  /**
   * Joins the next group commit (at most 100 ms away). Settles when the bytes are on disk (SAFE1); when the
   * transaction fails every work in the group is rejected and nothing of it is stored.
   */
  writeGrouped<Value>(work: (db: WriteHandle) => Value): Promise<Value>
  /** As `writeGrouped`, with the outcome told before anything else can run. */
  join<Value>(grouped: GroupedWork<Value>): void
  /** Commits what waits for its group, now. */
  flush(): void
  /** Runs after a commit that wrote, once, with no transaction open. */
  afterCommit(listener: () => void): () => void
  device: string
  workspaceId: string
  /** False when the owner before us was killed or lost power. */
  startedClean: boolean
  /** Empties the write-ahead log into the database, so that overwritten text is nowhere any more (SEC1). */
  scrub(): void
  close(): void
}>

export type StoreParts = Readonly<{
  write: WriteHandle
  read: ReadHandle
  device: string
  report: (event: WorkspaceEvent) => void
  reportBug?: ReportBug | undefined
  release: () => void
}>

/** A store over an open database. Until `close`, the database says that its owner has not left cleanly. */
export function composeStore({ write: db, read, device, report, reportBug, release }: StoreParts): Store {
  const startedClean = readMeta(db, 'cleanExit') !== 'no'
  const workspaceId = readMeta(db, 'workspace') ?? uuidv7()
  db.transaction(() => {
    writeMeta(db, 'workspace', workspaceId)
    writeMeta(db, 'cleanExit', 'no')
  }).immediate()
  const writer = createWriter(db, report, reportBug)
  return {
    read,
    device,
    workspaceId,
    startedClean,
    write: writer.write,
    join: writer.join,
    flush: writer.flush,
    afterCommit: writer.afterCommit,
    writeGrouped: (work) => new Promise((committed, refused) => writer.join({ work, committed, refused })),
    scrub: () => scrub(db),
    close() {
      if (!db.open) return
      writer.close()
      leaveCleanly(db)
      read.close()
      db.close()
      release()
    },
  }
}

function scrub(db: WriteHandle): void {
  const [answer] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[]
  if (answer?.busy !== 0) throw new BusyReader('A reader keeps the write-ahead log from being emptied')
}

/** On a full disk there is no clean exit; the next start will check. */
function leaveCleanly(db: WriteHandle): void {
  try {
    db.transaction(() => writeMeta(db, 'cleanExit', 'yes')).immediate()
  } catch {
    return
  }
}

/** A backup under way reads for longer than anybody waits: a fault of the moment, not a bug. */
class BusyReader extends Error {
  readonly code = 'SQLITE_BUSY'
}
