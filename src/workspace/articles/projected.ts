import type { DocumentId } from '#domain/document-id.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { deleteMeta, readMeta, writeMeta } from '../store/meta.ts'
import { prepared, preparedColumn } from '../store/statements.ts'

/** Remembers up to where the log and the records are in the row. */
export function noteProjected(db: WriteHandle, document: DocumentId): void {
  prepared(
    db,
    `INSERT INTO projected (document, seq, record_seq) VALUES (@document,
       (SELECT coalesce(max(seq), 0) FROM updates WHERE document = @document),
       (SELECT coalesce(max(seq), 0) FROM records WHERE document = @document))
     ON CONFLICT (document) DO UPDATE SET seq = excluded.seq, record_seq = excluded.record_seq`,
  ).run({ document })
}

/** How far the log and the records go. */
type Reach = Readonly<{ seq: number; recordSeq: number }>

function reachOf(db: ReadHandle): Reach {
  const row = prepared<[], Reach>(
    db,
    `SELECT (SELECT coalesce(max(seq), 0) FROM updates) AS seq,
            (SELECT coalesce(max(seq), 0) FROM records) AS recordSeq`,
  ).get()
  return row ?? { seq: 0, recordSeq: 0 }
}

/** Remembers that all of the log and the records is in the rows: the next start looks only at what came after. */
export function noteAllProjected(db: WriteHandle): void {
  writeMeta(db, 'projected', JSON.stringify(reachOf(db)))
}

/** Whether the next start has to look at what came before this moment. */
export function isReachNoted(db: ReadHandle): boolean {
  return readMeta(db, 'projected') === JSON.stringify(reachOf(db))
}

/** Rows were taken away: the next start looks at all articles. */
export function forgetProjected(db: WriteHandle): void {
  deleteMeta(db, 'projected')
}

/**
 * Articles whose log or records are ahead of their row, or that have none: what a crash left behind. A row says
 * nothing of packages.
 */
export function behindLog(db: ReadHandle): readonly DocumentId[] {
  const known = readMeta(db, 'projected')
  return known === undefined ? behindAmong(db, '', []) : behindSince(db, JSON.parse(known) as Reach)
}

function behindSince(db: ReadHandle, { seq, recordSeq }: Reach): readonly DocumentId[] {
  // by row number: an index of documents would be read from end to end
  const later = `AND id IN (SELECT document FROM updates NOT INDEXED WHERE seq > ?
                            UNION ALL SELECT document FROM records WHERE +document IS NOT NULL AND seq > ?)`
  return behindAmong(db, later, [seq, recordSeq])
}

function behindAmong(db: ReadHandle, among: string, values: readonly number[]): readonly DocumentId[] {
  return preparedColumn<readonly number[], DocumentId>(
    db,
    `SELECT id FROM documents LEFT JOIN projected ON projected.document = id
     WHERE id LIKE 'article:%' ${among} AND (projected.seq IS NULL
       OR EXISTS (SELECT 1 FROM updates WHERE updates.document = id AND updates.seq > projected.seq)
       OR EXISTS (SELECT 1 FROM records WHERE records.document = id AND records.seq > projected.record_seq
           AND records.kind <> 'package'))`,
  ).all(...values) as DocumentId[]
}
