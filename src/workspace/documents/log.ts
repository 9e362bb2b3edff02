import { type DocumentId, storyOf, termbaseDocument } from '#domain/document-id.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'

/** A row of `documents`. */
export type DocumentRow = Readonly<{ replacedSeq: number }>

export type NewRow = Readonly<{
  document: DocumentId
  device: string
  deviceSequence: number
  profile: string
  client: string
  at: number
  schema: number
  bytes: Uint8Array
}>

export type LogRow = Readonly<{ seq: number; client: string; bytes: Uint8Array }>
export type Snapshot = Readonly<{ seq: number; bytes: Uint8Array }>

export function findDocument(db: ReadHandle, document: DocumentId): DocumentRow | undefined {
  return prepared<[string], DocumentRow>(
    db,
    'SELECT replaced_seq AS replacedSeq FROM documents WHERE id = ?',
  ).get(document)
}

/** What is known of a document besides its text. */
export type DocumentFacts = Readonly<{ language: string; createdAt: number; createdBy: string }>

export function factsOf(db: ReadHandle, document: DocumentId): DocumentFacts | undefined {
  return prepared<[string], DocumentFacts>(
    db,
    'SELECT language, created_at AS createdAt, created_by AS createdBy FROM documents WHERE id = ?',
  ).get(document)
}

const kindsOfStory = ['translation', 'comments', 'edition', 'track'] as const

/** All documents of one article's story: the article first, then its translations and what belongs to them. */
export function documentsOfStory(db: ReadHandle, article: string): readonly DocumentId[] {
  const within = prepared<[string, string], { document: DocumentId }>(
    db,
    'SELECT id AS document FROM documents WHERE id >= ? AND id < ? ORDER BY id',
  )
  // ';' follows ':' in the order of characters
  const named = kindsOfStory.flatMap((kind) => within.all(`${kind}:${article}:`, `${kind}:${article};`))
  const own = `article:${article}` as const
  return [...(findDocument(db, own) ? [own] : []), ...named.map(({ document }) => document)]
}

/** All documents of the stories that were touched since a moment, and the termbase if it was. */
export function storiesTouchedSince(db: ReadHandle, since: number): readonly DocumentId[] {
  const touched = documentsTouchedSince(db, since)
  const stories = new Set(touched.map(storyOf))
  const terms = touched.filter((document) => document === termbaseDocument)
  return [...terms, ...[...stories].flatMap((story) => documentsOfStory(db, story))]
}

/** Documents that were written in, kept or made here since a moment. */
function documentsTouchedSince(db: ReadHandle, since: number): readonly DocumentId[] {
  return prepared<[number, number, number], { id: DocumentId }>(
    db,
    `SELECT id FROM documents WHERE created_at >= ?
     UNION SELECT document FROM updates WHERE recorded_at >= ?
     UNION SELECT document FROM versions WHERE at >= ? ORDER BY 1`,
  )
    .all(since, since, since)
    .map(({ id }) => id)
}

export function allDocuments(db: ReadHandle): readonly DocumentId[] {
  return prepared<[], { id: DocumentId }>(db, 'SELECT id FROM documents ORDER BY id')
    .all()
    .map(({ id }) => id)
}

/** Appends to the log; answers the log position. */
export function insertRow(db: WriteHandle, row: NewRow): number {
  const { lastInsertRowid } = prepared<[NewRow]>(
    db,
    `INSERT INTO updates (document, device, device_sequence, profile, client, recorded_at, schema, bytes)
     VALUES (@document, @device, @deviceSequence, @profile, @client, @at, @schema, @bytes)`,
  ).run(row)
  return Number(lastInsertRowid)
}

export function snapshotOf(db: ReadHandle, document: DocumentId): Snapshot | undefined {
  return prepared<[string], Snapshot>(db, 'SELECT seq, bytes FROM snapshots WHERE document = ?').get(document)
}

export function rowsAfter(
  db: ReadHandle,
  document: DocumentId,
  after: number,
  limit: number,
): readonly LogRow[] {
  return prepared<[string, number, number], LogRow>(
    db,
    'SELECT seq, client, bytes FROM updates WHERE document = ? AND seq > ? ORDER BY seq LIMIT ?',
  ).all(document, after, limit)
}

/** The position of a document's newest row, or of the snapshot that took it in. */
export function lastSeq(db: ReadHandle, document: DocumentId): number {
  const row = prepared<[string, string], { seq: number }>(
    db,
    `SELECT max(coalesce((SELECT max(seq) FROM updates WHERE document = ?), 0),
                coalesce((SELECT seq FROM snapshots WHERE document = ?), 0)) AS seq`,
  ).get(document, document)
  return row?.seq ?? 0
}

export function writeSnapshot(db: WriteHandle, document: DocumentId, snapshot: Snapshot): void {
  prepared<[string, number, Uint8Array]>(
    db,
    `INSERT INTO snapshots (document, seq, bytes) VALUES (?, ?, ?)
     ON CONFLICT (document) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes`,
  ).run(document, snapshot.seq, snapshot.bytes)
}

/** Deletes a document's rows up to a position; answers how many went. */
export function deleteRows(db: WriteHandle, document: DocumentId, upTo: number): number {
  return prepared<[string, number]>(db, 'DELETE FROM updates WHERE document = ? AND seq <= ?').run(
    document,
    upTo,
  ).changes
}

export type NewDocument = Readonly<{ id: DocumentId; language: string; at: number; profile: string }>

export function insertDocument(db: WriteHandle, document: NewDocument): void {
  prepared<[NewDocument]>(
    db,
    `INSERT INTO documents (id, language, created_at, created_by) VALUES (@id, @language, @at, @profile)`,
  ).run(document)
}

/** The oldest reader that may write a document only ever rises. */
export function raiseMinReader(db: WriteHandle, document: DocumentId, minReader: number): void {
  if (minReader <= 1) return
  prepared<[number, string, number]>(
    db,
    'UPDATE documents SET min_reader = ? WHERE id = ? AND min_reader < ?',
  ).run(minReader, document, minReader)
}

/** Puts one state in the place of all that was logged; answers its position. The caller gives the row's facts. */
export function replaceRows(db: WriteHandle, row: NewRow): number {
  const seq = insertRow(db, row)
  deleteRows(db, row.document, seq)
  writeSnapshot(db, row.document, { seq, bytes: row.bytes })
  prepared<[number, string]>(db, 'UPDATE documents SET replaced_seq = ? WHERE id = ?').run(seq, row.document)
  return seq
}
