import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentId } from '#domain/document-id.ts'
import { parseRevision } from '#domain/revision.ts'
import { partsPerArticle } from '../articles/projection.ts'
import { findDocument, replaceRows } from '../documents/log.ts'
import type { WorkspacePaths, WriteHandle } from '../services.ts'
import { backupNames } from '../store/backup-files.ts'
import { faultOf } from '../store/copy.ts'
import { openForWriting } from '../store/database.ts'

/** What a database must lose, and the state that takes its place. */
export type Cleaning = Readonly<{
  purge: string
  document: DocumentId
  state: Uint8Array
  at: number
  holdsPurged: (body: ReturnType<typeof parseRevision>) => boolean
}>

export type CleanedBackups = Readonly<{ backupsCleaned: number; backupsDropped: number }>

/**
 * Cleans every backup, and what restores put aside; one that cannot be cleaned is deleted: a secret weighs more
 * than a backup.
 */
export function cleanBackups(paths: WorkspacePaths, cleaning: Cleaning): CleanedBackups {
  let backupsCleaned = 0
  let backupsDropped = 0
  const aside = readdirSync(paths.root).filter((name) => /^replaced-.*\.sqlite$/.test(name))
  const copies = [
    ...backupNames(paths.backups).map((name) => join(paths.backups, name)),
    ...aside.map((name) => join(paths.root, name)),
  ]
  for (const path of copies) {
    if (cleanDatabase(path, cleaning)) backupsCleaned += 1
    else {
      backupsDropped += 1
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true })
    }
  }
  return { backupsCleaned, backupsDropped }
}

/** False when the file is no database that can be cleaned and found whole afterwards. */
function cleanDatabase(path: string, cleaning: Cleaning): boolean {
  try {
    const db = openForWriting(path, false)
    try {
      if (findDocument(db, cleaning.document)) {
        db.transaction(() => cleanRows(db, cleaning)).immediate()
        db.exec('VACUUM')
        db.pragma('wal_checkpoint(TRUNCATE)')
      }
    } finally {
      db.close()
    }
    return faultOf(path, 'integrity_check') === undefined
  } catch {
    return false
  }
}

function cleanRows(db: WriteHandle, cleaning: Cleaning): void {
  const { purge, document, state, at } = cleaning
  const facts = { device: `purge:${purge}`, deviceSequence: 1, profile: '', client: '', schema: 1 }
  db.prepare('DELETE FROM updates WHERE device = ?').run(facts.device)
  replaceRows(db, { document, ...facts, at, bytes: state })
  dropRevisions(db, document, cleaning.holdsPurged)
  const number = db.prepare('SELECT number FROM article_rows WHERE document = ?').pluck().get(document)
  if (typeof number === 'number') {
    const first = number * partsPerArticle
    db.prepare('DELETE FROM article_texts WHERE id BETWEEN ? AND ?').run(first, first + partsPerArticle - 1)
  }
  db.prepare('DELETE FROM article_rows WHERE document = ?').run(document)
  db.prepare('DELETE FROM projected WHERE document = ?').run(document)
}

/** Drops the bodies that hold what is purged; when and by whom they were kept stays. Answers the hashes. */
export function dropRevisions(
  db: WriteHandle,
  document: DocumentId,
  holdsPurged: Cleaning['holdsPurged'],
): readonly string[] {
  const bodies = db
    .prepare<[string], { hash: string; body: string }>('SELECT hash, body FROM revisions WHERE document = ?')
    .all(document)
  const dropped = bodies.filter(({ body }) => holdsPurged(parseRevision(body))).map(({ hash }) => hash)
  for (const hash of dropped) db.prepare('DELETE FROM revisions WHERE hash = ?').run(hash)
  return dropped
}
