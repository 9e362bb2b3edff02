import type { DocumentId } from '#domain/document-id.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'

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

/**
 * Articles whose log or records are ahead of their row, or that have none: what a crash left behind. A row says
 * nothing of packages.
 */
export function behindLog(db: ReadHandle): readonly DocumentId[] {
  return prepared<[], DocumentId>(
    db,
    `SELECT id FROM documents LEFT JOIN projected ON projected.document = id
       WHERE id LIKE 'article:%' AND (projected.seq IS NULL
         OR EXISTS (SELECT 1 FROM updates WHERE updates.document = id AND updates.seq > projected.seq)
         OR EXISTS (SELECT 1 FROM records WHERE records.document = id AND records.seq > projected.record_seq
             AND records.kind <> 'package'))`,
  )
    .pluck()
    .all() as DocumentId[]
}
