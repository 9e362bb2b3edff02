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
  const confirmed = new Map(
    rows.flatMap((row, at) => {
      if (row.state !== 'confirmed') return []
      const [previous, next] = [rows[at - 1], rows[at + 1]]
      return [[learntId({ document, occurrence: row.row }), { row, previous, next }] as const]
    }),
  )
  const words = new Map([...confirmed].map(([id, unit]) => [id, wordsOf(status, unit)]))
  const before = takenBefore(store, document)
  store.write((db) => {
    for (const [id, unit] of confirmed) {
      if (before?.get(id) !== words.get(id)) learnUnit(db, unitOf(document, status, unit))
    }
    for (const { number, id } of learntFrom(db, document)) if (!confirmed.has(id)) deleteUnit(db, number)
    noteLearnt(db, document, status.madeFrom)
  })
  noteTaken(store, document, { madeFrom: status.madeFrom, words })
  return true
}

type Confirmed = Readonly<{ row: Row; previous: Row | undefined; next: Row | undefined }>

/** What was learnt last from the translations in work: of thousands of sentences only those that changed are written. */
type Taken = Readonly<{ madeFrom: string; words: ReadonlyMap<string, string> }>
const taken = new WeakMap<Store, Map<string, Taken>>()
const translationsRemembered = 4

/** Undefined when something else was learnt or forgotten since. */
function takenBefore(store: Store, document: string): Taken['words'] | undefined {
  const known = taken.get(store)?.get(document)
  return known?.madeFrom === learntUpTo(store.read, document) ? known?.words : undefined
}

function noteTaken(store: Store, document: string, now: Taken): void {
  const known = taken.get(store) ?? new Map<string, Taken>()
  taken.set(store, known)
  known.delete(document)
  known.set(document, now)
  const [oldest] = known.keys()
  if (known.size > translationsRemembered && oldest !== undefined) known.delete(oldest)
}

/** All that makes a unit of a row. */
function wordsOf({ from, to }: Status, { row, previous, next }: Confirmed): string {
  const { source, target, confirmedAt, confirmedBy } = row
  return [from, to, source, target, previous?.source, next?.source, confirmedAt, confirmedBy].join('\n')
}

function unitOf(document: string, { from, to }: Status, { row, previous, next }: Confirmed) {
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
