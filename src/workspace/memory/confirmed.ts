import { type CodedText, plainText } from '#domain/segments/coded-text.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'
import type { Store } from '../store/store.ts'
import { deleteUnit, learntFrom, learntId, learnUnit } from './learning.ts'

type Row = Readonly<{
  row: string
  state: string
  source: string
  target: string
  confirmedBy: string
  confirmedAt: number
}>
type Status = Readonly<{ from: string; to: string; madeFrom: string }>

/**
 * Learns what is confirmed in a translation, as its projection stands, and forgets what no longer is. The same
 * state twice changes nothing and answers false.
 */
export function takeConfirmed(store: Store, document: string): boolean {
  const status = statusOf(store.read, document)
  if (status === undefined || learntUpTo(store.read, document) === status.madeFrom) return false
  const rows = rowsOf(store.read, document)
  store.write((db) => {
    const kept = new Set<string>()
    for (const [at, row] of rows.entries()) {
      if (row.state !== 'confirmed') continue
      learnUnit(db, unitOf(document, status, row, rows[at - 1], rows[at + 1]))
      kept.add(learntId({ document, occurrence: row.row }))
    }
    for (const { number, id } of learntFrom(db, document)) if (!kept.has(id)) deleteUnit(db, number)
    noteLearnt(db, document, status.madeFrom)
  })
  return true
}

function unitOf(document: string, { from, to }: Status, row: Row, previous?: Row, next?: Row) {
  return {
    document,
    occurrence: row.row,
    from,
    to,
    source: coded(row.source),
    target: coded(row.target),
    previous: previous ? plainText(coded(previous.source)) : null,
    next: next ? plainText(coded(next.source)) : null,
    at: row.confirmedAt,
    by: row.confirmedBy,
  }
}

function coded(json: string): CodedText {
  return JSON.parse(json) as CodedText
}

function statusOf(db: ReadHandle, document: string): Status | undefined {
  return prepared<[string], Status>(
    db,
    `SELECT source_language AS "from", language AS "to", made_from AS madeFrom FROM translation_status
     WHERE document = ?`,
  ).get(document)
}

function rowsOf(db: ReadHandle, document: string): readonly Row[] {
  return prepared<[string], Row>(
    db,
    `SELECT row, state, source, target, confirmed_by AS confirmedBy, confirmed_at AS confirmedAt
     FROM translation_rows WHERE document = ? ORDER BY position`,
  ).all(document)
}

function learntUpTo(db: ReadHandle, document: string): string | undefined {
  return preparedColumn<[string], string>(db, 'SELECT made_from FROM tm_learnt WHERE document = ?').get(
    document,
  ) as string | undefined
}

function noteLearnt(db: WriteHandle, document: string, madeFrom: string): void {
  prepared<[string, string]>(
    db,
    `INSERT INTO tm_learnt (document, made_from) VALUES (?, ?)
     ON CONFLICT (document) DO UPDATE SET made_from = excluded.made_from`,
  ).run(document, madeFrom)
}

/** Translations whose confirmed sentences were not learnt as they stand. */
export function unlearntDocuments(db: ReadHandle): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT s.document FROM translation_status s LEFT JOIN tm_learnt l ON l.document = s.document
       WHERE l.made_from IS NULL OR l.made_from <> s.made_from`,
    )
    .pluck()
    .all() as string[]
}

/**
 * Everything that was learnt from a story leaves the store, the full text's leftovers too (SEC1); what is still
 * confirmed is learnt again.
 */
export function forgetStory(db: WriteHandle, article: string): void {
  const documents = db
    .prepare<[string, string], string>(
      'SELECT DISTINCT document FROM tm_units WHERE document >= ? AND document < ?',
    )
    .pluck()
    .all(`translation:${article}:`, `translation:${article};`) as string[]
  for (const document of documents) {
    for (const { number } of learntFrom(db, document)) deleteUnit(db, number)
    db.prepare('DELETE FROM tm_learnt WHERE document = ?').run(document)
  }
  // also when nothing is left to forget: what a unit said stays in the full text after it was unlearnt
  db.exec("INSERT INTO tm_search (tm_search) VALUES ('optimize')")
}
