import type { DocumentId } from '#domain/document-id.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'
import type { PurgeTarget } from './purge.ts'

/**
 * A purge under way, as `purges` keeps it; `id` is the hit's. From `traces` on the text is gone from the document:
 * what is typed there since is nobody's secret and is not deleted again.
 */
export type Purge = PurgeTarget &
  Readonly<{ id: string; profile: string; safe: string | null; step: 'edit' | 'traces' }>

/** From here on the purge will be finished, however often the process is killed. */
export function notePurge(db: WriteHandle, purge: Purge, at: number): void {
  prepared<[Purge & { at: number }]>(
    db,
    `INSERT INTO purges (id, document, block, safe, profile, step, at)
     VALUES (@id, @document, @block, @safe, @profile, @step, @at) ON CONFLICT (id) DO NOTHING`,
  ).run({ ...purge, at })
}

export function noteTextGone(db: WriteHandle, id: string): void {
  prepared<[string]>(db, "UPDATE purges SET step = 'traces', safe = NULL WHERE id = ?").run(id)
}

export function forgetPurge(db: WriteHandle, id: string): void {
  prepared<[string]>(db, 'DELETE FROM purges WHERE id = ?').run(id)
}

export function openPurges(db: ReadHandle): readonly Purge[] {
  return prepared<[], Purge>(
    db,
    'SELECT id, document, block, safe, profile, step FROM purges ORDER BY at, id',
  ).all()
}

/** True while a purge of the document is not finished: until then it does not leave the machine. */
export function isBeingPurged(db: ReadHandle, document: DocumentId): boolean {
  return prepared<[string]>(db, 'SELECT 1 FROM purges WHERE document = ?').get(document) !== undefined
}
