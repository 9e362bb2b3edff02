import { uuidv7 } from 'uuidv7'
import type { WorkspaceEvent } from '#contract/events.ts'
import type { ReadHandle, Store, WriteHandle } from '../services.ts'
import type { ReportBug } from './bugs.ts'
import type { GroupedWork } from './group-commit.ts'
import { readMeta, writeMeta } from './meta.ts'
import { createWriter } from './writer.ts'

/** What the workspace's own services may ask of the store beyond `Store`. */
export type WorkspaceStore = Store &
  Readonly<{
    workspaceId: string
    /** False when the owner before us was killed or lost power. */
    startedClean: boolean
    /** As `writeGrouped`, with the outcome told before anything else can run. */
    join<Value>(grouped: GroupedWork<Value>): void
    /** Commits what waits for its group, now. */
    flush(): void
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
export function composeStore({
  write: db,
  read,
  device,
  report,
  reportBug,
  release,
}: StoreParts): WorkspaceStore {
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
