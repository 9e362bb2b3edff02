import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import type { DocumentId } from '#domain/document-id.ts'
import { findDocument, replaceRows } from '../documents/log.ts'
import { backupNames } from '../store/backup-files.ts'
import { faultOf } from '../store/copy.ts'
import type { WriteHandle } from '../store/database.ts'
import { openForWriting } from '../store/database.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { restoredCopy } from '../store/restoration.ts'
import { forgetPurge, noteTextGone } from './purge-notes.ts'
import { purgedTogether } from './purge-story.ts'
import { dropRevisions, dropTraces, type HoldsPurged } from './purge-traces.ts'
import { asideOf, changeRestoredCopy, removeDatabaseFiles } from './restored-copy.ts'

/** Takes an article out of a database's list and full text. */
export type ForgetListed = (db: WriteHandle, document: DocumentId) => void

/** A document without what it lost, and which of its kept texts must go. */
export type CleanedDocument = Readonly<{ document: DocumentId; state: Uint8Array; holdsPurged: HoldsPurged }>

/** What a database must lose, and the states that take its place. */
export type Cleaning = Readonly<{
  purge: string
  document: DocumentId
  block: string | null
  at: number
  cleaned: ReadonlyMap<DocumentId, CleanedDocument>
  forgetListed: ForgetListed
  /** Takes out what was purged of the memory, in backups without the document too. */
  forgetShared: (db: WriteHandle) => void
}>

export type CleanedBackups = Readonly<{ backupsCleaned: number; backupsDropped: number }>

/**
 * Cleans every backup, what restores put aside, and a restore that waits; one that cannot be cleaned is deleted: a
 * secret weighs more than a backup. No backup may be under way: half copies go as they are.
 */
export function cleanBackups(paths: WorkspacePaths, cleaning: Cleaning): CleanedBackups {
  for (const path of halfCopies(paths)) removeDatabaseFiles(path)
  const cleaned = databasesAside(paths).map((path) => cleanDatabase(path, cleaning) || remove(path))
  const restored = restoredCopy(paths)
  const waiting = existsSync(restored) ? [cleanRestoredCopy(paths, cleaning) || remove(restored)] : []
  const all = [...cleaned, ...waiting]
  const backupsCleaned = all.filter(Boolean).length
  return { backupsCleaned, backupsDropped: all.length - backupsCleaned }
}

function remove(path: string): false {
  removeDatabaseFiles(path)
  return false
}

function databasesAside(paths: WorkspacePaths): readonly string[] {
  const replaced = readdirSync(paths.root).filter((name) => /^replaced-.*\.sqlite$/.test(name))
  return [
    ...backupNames(paths.backups).map((name) => join(paths.backups, name)),
    ...replaced.map((name) => join(paths.root, name)),
  ]
}

function halfCopies(paths: WorkspacePaths): readonly string[] {
  const half = readdirSync(paths.backups).filter((name) => name.endsWith('.sqlite.new'))
  return [asideOf(paths), ...half.map((name) => join(paths.backups, name))]
}

/** False when the file is no database that can be cleaned and found whole afterwards. */
function cleanDatabase(path: string, cleaning: Cleaning): boolean {
  try {
    const db = openForWriting(path, false)
    try {
      clean(db, cleaning, () => forgetPurge(db, cleaning.purge))
    } finally {
      db.close()
    }
    return faultOf(path, 'integrity_check') === undefined
  } catch {
    return false
  }
}

/** The purge stays noted there: the copy may become the database before the rest is clean. */
function cleanRestoredCopy(paths: WorkspacePaths, cleaning: Cleaning): boolean {
  const changed = changeRestoredCopy(paths, (db) =>
    clean(db, cleaning, () => noteTextGone(db, cleaning.purge)),
  )
  return changed && faultOf(restoredCopy(paths), 'integrity_check') === undefined
}

function clean(db: WriteHandle, cleaning: Cleaning, settle: () => void): void {
  db.transaction(() => {
    if (findDocument(db, cleaning.document)) cleanRows(db, cleaning)
    cleaning.forgetShared(db)
    settle()
  }).immediate()
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
}

function cleanRows(db: WriteHandle, cleaning: Cleaning): void {
  const { purge, document, at, cleaned } = cleaning
  const facts = { device: `purge:${purge}`, profile: '', client: '', schema: 1, at }
  db.prepare('DELETE FROM updates WHERE device = ?').run(facts.device)
  for (const [index, each] of purgedTogether(db, document).entries()) {
    if (!findDocument(db, each)) continue
    const { state, holdsPurged } = cleaned.get(each) ?? unknownHere
    replaceRows(db, { ...facts, document: each, deviceSequence: index + 1, bytes: state })
    dropRevisions(db, each, holdsPurged)
  }
  dropTraces(db, cleaning)
  cleaning.forgetListed(db, document)
}

/** A translation that only the copy has: nothing tells what of it holds the text. */
const unknownHere = { state: Y.encodeStateAsUpdate(new Y.Doc()), holdsPurged: () => true }
