import type { TrackSummary } from '#contract/tracks.ts'
import { type DocumentId, trackDocument, trackOf } from '#domain/document-id.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'

/** The tracks of one clip, or all. */
export function tracksOf(db: ReadHandle, clip: string | null): readonly DocumentId[] {
  const prefix = clip === null ? 'track:' : `track:${clip}:`
  return preparedColumn<[string, string], DocumentId>(
    db,
    'SELECT id FROM documents WHERE id >= ? AND id < ? ORDER BY id',
  ).all(prefix, `${prefix.slice(0, -1)};`) as DocumentId[]
}

/** Where log and records stand for a track and its source: what its row is made from. */
export function madeFrom(db: ReadHandle, document: DocumentId, source: string | null): string {
  const name = trackOf(document)
  const from = name && source !== null ? trackDocument({ clip: name.clip, language: source }) : undefined
  const documents = from ? [document, from] : [document]
  return documents
    .flatMap((each) => [
      positionIn(db, 'updates', each),
      positionIn(db, 'snapshots', each),
      positionIn(db, 'records', each),
    ])
    .join(' ')
}

function positionIn(
  db: ReadHandle,
  table: 'updates' | 'snapshots' | 'records',
  document: DocumentId,
): number {
  const sql = `SELECT coalesce(max(seq), 0) FROM ${table} WHERE document = ?`
  return Number(preparedColumn<[string], number>(db, sql).get(document))
}

export function putTrackRow(db: WriteHandle, summary: TrackSummary, words: number, from: string): void {
  const { document, clip, language, state, updatedAt } = summary
  prepared(
    db,
    `INSERT OR REPLACE INTO track_status (document, clip, language, words, summary, state, updated_at, made_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(document, clip, language, words, JSON.stringify(summary), state, updatedAt, from)
}

/** Tracks whose row was made from something else than what is there now, or that have none. */
export function tracksBehind(db: ReadHandle): readonly DocumentId[] {
  return tracksOf(db, null).filter((document) => {
    const row = prepared<[string], { summary: string; madeFrom: string }>(
      db,
      'SELECT summary, made_from AS madeFrom FROM track_status WHERE document = ?',
    ).get(document)
    return !row || madeFrom(db, document, summaryOf(row.summary).source) !== row.madeFrom
  })
}

export function listTrackRows(db: ReadHandle, clip: string | null, limit: number): readonly TrackSummary[] {
  const where = clip === null ? '' : 'WHERE clip = @clip'
  const sql = `SELECT summary FROM track_status ${where} ORDER BY updated_at DESC, document LIMIT @limit`
  return preparedColumn<[{ clip?: string; limit: number }], string>(db, sql)
    .all(clip === null ? { limit } : { clip, limit })
    .map((row) => summaryOf(String(row)))
}

/** Forgets how the tracks of a clip stand: a purge took text from them (SEC1); null forgets all. */
export function forgetTracks(db: WriteHandle, clip: string | null): void {
  if (clip === null) db.exec('DELETE FROM track_status')
  else prepared(db, 'DELETE FROM track_status WHERE clip = ?').run(clip)
}

/** Our own JSON. */
function summaryOf(text: string): TrackSummary {
  return JSON.parse(text) as TrackSummary
}
