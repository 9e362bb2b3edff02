import * as Y from 'yjs'
import type { DocumentId } from '#domain/document-id.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'
import { buildDocument } from './cache.ts'
import { deleteRows, rowsAfter, snapshotOf, writeSnapshot } from './log.ts'

/**
 * Makes one state of a document's stored rows and deletes those rows and no others, inside the caller's
 * transaction. Collecting garbage erases deleted text: `keepRevision` stores the content first.
 */
export function compactDocument(
  db: WriteHandle,
  document: DocumentId,
  keepRevision: (doc: Y.Doc) => void,
): boolean {
  const snapshot = snapshotOf(db, document)
  const rows = rowsAfter(db, document, snapshot?.seq ?? 0, Number.MAX_SAFE_INTEGER)
  const newest = rows.at(-1)
  if (newest === undefined) return false
  const built = buildDocument([...(snapshot ? [snapshot.bytes] : []), ...rows.map(({ bytes }) => bytes)])
  if (!built.ok) return false
  keepRevision(built.value)
  writeSnapshot(db, document, { seq: newest.seq, bytes: Y.encodeStateAsUpdate(built.value) })
  const deleted = deleteRows(db, document, newest.seq)
  if (deleted !== rows.length)
    throw new Error(`${document}: ${rows.length} rows were read, ${deleted} deleted`)
  return true
}

export function countRows(db: ReadHandle, document: DocumentId): number {
  const row = prepared<[string], { rows: number }>(
    db,
    'SELECT count(*) AS rows FROM updates WHERE document = ?',
  ).get(document)
  return row?.rows ?? 0
}

/** Documents with at least `rows` rows of which none is younger than `quietSince`. */
export function compactable(db: ReadHandle, rows: number, quietSince: number): readonly DocumentId[] {
  return prepared<[number, number], { document: DocumentId }>(
    db,
    `SELECT document FROM updates GROUP BY document HAVING count(*) >= ? AND max(recorded_at) <= ?`,
  )
    .all(rows, quietSince)
    .map(({ document }) => document)
}
