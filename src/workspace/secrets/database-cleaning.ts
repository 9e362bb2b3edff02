import * as Y from 'yjs'
import type { DocumentId } from '#domain/document-id.ts'
import { findDocument, replaceRows } from '../documents/log.ts'
import { faultOf } from '../store/copy.ts'
import { openAside, type WriteHandle } from '../store/database.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { restoredCopy } from '../store/restoration.ts'
import { forgetPurge, notePurge, noteTextGone, type Purge } from './purge-notes.ts'
import { purgedTogether } from './purge-story.ts'
import { dropRevisions, dropTraces } from './purge-traces.ts'
import { judgeVersions, type VersionMeasure } from './purged-versions.ts'
import { changeRestoredCopy } from './restored-copy.ts'

/** A document without what it lost, and what tells which of its kept texts must go. */
export type CleanedDocument = Readonly<{ document: DocumentId; state: Uint8Array; versions: VersionMeasure }>

/** What a database must lose, and the states that take its place. Plain data: it goes to a thread. */
export type Cleaning = Readonly<{
  purge: string
  document: DocumentId
  block: string | null
  at: number
  cleaned: ReadonlyMap<DocumentId, CleanedDocument>
  /** Units of the memory that a purge took away. */
  units: readonly string[]
}>

/** How a database loses what other capabilities keep in it; a backup may be of a program that had none of it. */
export type Forgetting = Readonly<{
  /** Takes an article out of the lists, the full text and what was learnt. */
  forgetListed(db: WriteHandle, document: DocumentId): void
  /** Takes units out of the memory. */
  dropUnits(db: WriteHandle, units: readonly string[]): void
}>

export type CleaningTask =
  | Readonly<{ kind: 'clean'; database: string; cleaning: Cleaning }>
  | Readonly<{ kind: 'cleanRestored'; paths: WorkspacePaths; cleaning: Cleaning }>
  | Readonly<{ kind: 'noteInRestored'; paths: WorkspacePaths; purge: Purge; at: number }>

/** Reads and writes whole databases: nobody waits for it (see `CleaningThread`). False when it could not be done. */
export function doCleaningTask(task: CleaningTask, forgetting: Forgetting): boolean {
  switch (task.kind) {
    case 'clean':
      return cleanDatabase(task.database, task.cleaning, forgetting)
    case 'cleanRestored':
      return cleanRestoredCopy(task.paths, task.cleaning, forgetting)
    case 'noteInRestored':
      return changeRestoredCopy(task.paths, (db) =>
        db.transaction(() => notePurge(db, task.purge, task.at)).immediate(),
      )
  }
}

/** False when the file is no database that can be cleaned and found whole afterwards. */
function cleanDatabase(path: string, cleaning: Cleaning, forgetting: Forgetting): boolean {
  try {
    const db = openAside(path)
    try {
      clean(db, cleaning, forgetting, () => forgetPurge(db, cleaning.purge))
    } finally {
      db.close()
    }
    return faultOf(path, 'integrity_check') === undefined
  } catch {
    return false
  }
}

/** The purge stays noted there: the copy may become the database before the rest is clean. */
function cleanRestoredCopy(paths: WorkspacePaths, cleaning: Cleaning, forgetting: Forgetting): boolean {
  const changed = changeRestoredCopy(paths, (db) =>
    clean(db, cleaning, forgetting, () => noteTextGone(db, cleaning.purge)),
  )
  return changed && faultOf(restoredCopy(paths), 'integrity_check') === undefined
}

/** Written anew only when something was taken out: a backup without the text stays as it is, byte by byte. */
function clean(db: WriteHandle, cleaning: Cleaning, forgetting: Forgetting, settle: () => void): void {
  const before = changesOf(db)
  db.transaction(() => {
    const known = purgedTogether(db, cleaning.document).filter((each) => findDocument(db, each))
    if (known.length > 0) cleanRows(db, cleaning, known, forgetting)
    forgetting.dropUnits(db, cleaning.units)
    settle()
  }).immediate()
  if (changesOf(db) !== before) db.exec('VACUUM')
}

function changesOf(db: WriteHandle): unknown {
  return db.prepare('SELECT total_changes()').pluck().get()
}

function cleanRows(
  db: WriteHandle,
  { purge, document, block, at, cleaned }: Cleaning,
  known: readonly DocumentId[],
  { forgetListed }: Forgetting,
): void {
  const facts = { device: `purge:${purge}`, profile: '', client: '', schema: 1, at }
  db.prepare('DELETE FROM updates WHERE device = ?').run(facts.device)
  for (const [index, each] of known.entries()) {
    const { state, versions } = cleaned.get(each) ?? unknownHere
    replaceRows(db, { ...facts, document: each, deviceSequence: index + 1, bytes: state })
    dropRevisions(db, each, judgeVersions(versions))
  }
  dropTraces(db, { document, block })
  forgetListed(db, document)
}

/** A translation that only the copy has: nothing tells what of it holds the text. */
const unknownHere = {
  state: Y.encodeStateAsUpdate(new Y.Doc()),
  versions: { kind: 'all' } as VersionMeasure,
}
