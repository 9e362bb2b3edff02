import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import type { StampLevel } from '#domain/secret-stamps.ts'
import type { EventService } from '../services.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { sha256Hex } from '../store/sha256.ts'
import { prepared } from '../store/statements.ts'

/** A judged block: `open` holds the document back, `dismissed` is a false alarm, `purged` is gone. */
export type HitRow = Readonly<{
  id: string
  document: DocumentId
  block: string
  stamp: StampLevel
  textHash: string
  state: 'open' | 'dismissed' | 'purged'
  /** The block as it was last judged safe, as JSON; null when it never was. */
  safe: string | null
  at: number
}>

const columns = 'id, document, block, stamp, text_hash AS textHash, state, safe, at'

/** The judged text itself is not kept with the judgement: only this. */
export function stampTextHash(text: string): string {
  return sha256Hex(text.normalize('NFC'))
}

export function hitsOf(db: ReadHandle, document: DocumentId): readonly HitRow[] {
  return prepared<[string], HitRow>(
    db,
    `SELECT ${columns} FROM stamp_hits WHERE document = ? ORDER BY at, id`,
  ).all(document)
}

export function findHit(db: ReadHandle, id: string): HitRow | undefined {
  return prepared<[string], HitRow>(db, `SELECT ${columns} FROM stamp_hits WHERE id = ?`).get(id)
}

export function insertHit(db: WriteHandle, hit: HitRow, reason = ''): void {
  prepared<[HitRow & { reason: string }]>(
    db,
    `INSERT INTO stamp_hits (id, document, block, stamp, text_hash, state, reason, safe, at)
     VALUES (@id, @document, @block, @stamp, @textHash, @state, @reason, @safe, @at)`,
  ).run({ ...hit, reason })
}

export function closeHit(db: WriteHandle, id: string, state: 'dismissed' | 'purged', reason: string): void {
  prepared<[string, string, string]>(db, 'UPDATE stamp_hits SET state = ?, reason = ? WHERE id = ?').run(
    state,
    reason,
    id,
  )
}

/** A hit whose words were changed by hand before anybody decided is no hit any more. */
export function deleteHit(db: WriteHandle, id: string): void {
  prepared<[string]>(db, "DELETE FROM stamp_hits WHERE id = ? AND state = 'open'").run(id)
}

/** The list's mark follows what was found and decided at once: no word of the text has changed. */
export function markHeld(db: WriteHandle, document: DocumentId): void {
  prepared<[{ document: string }]>(
    db,
    `UPDATE article_rows SET held =
       EXISTS (SELECT 1 FROM stamp_hits WHERE document = @document AND state = 'open')
       OR EXISTS (SELECT 1 FROM purges WHERE document = @document)
     WHERE document = @document`,
  ).run({ document })
}

/** Tells clients that a document's hits, and so its row in the list, may have changed. */
export function tellHits(events: EventService, document: DocumentId): void {
  events.emit({ kind: 'secrets', document })
  const article = articleIdOf(document)
  if (article !== undefined) events.emit({ kind: 'articles', ids: [article] })
}
