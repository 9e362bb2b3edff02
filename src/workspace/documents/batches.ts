import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'

export type Saved = Readonly<{ seq: number; savedAt: number }>
/** What a client calls something that it sends until it is acknowledged: by this a repeat is known. */
export type SentBatch = Readonly<{ client: string; batch: string }>

/** What was answered to a batch, so that its repeat is answered the same and stores nothing. */
export function findBatch(db: ReadHandle, client: string, batch: string): Saved | undefined {
  return prepared<[string, string], Saved>(
    db,
    'SELECT seq, saved_at AS savedAt FROM batches WHERE client = ? AND batch = ?',
  ).get(client, batch)
}

export function insertBatch(db: WriteHandle, client: string, batch: string, saved: Saved): void {
  prepared<[string, string, number, number]>(
    db,
    'INSERT INTO batches (client, batch, seq, saved_at) VALUES (?, ?, ?, ?)',
  ).run(client, batch, saved.seq, saved.savedAt)
}

/** No client repeats a batch after so long. */
export function forgetBatches(db: WriteHandle, before: number): void {
  prepared<[number]>(db, 'DELETE FROM batches WHERE saved_at < ?').run(before)
}
