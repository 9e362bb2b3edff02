import { foldText } from '#domain/folding.ts'
import { exactKey } from '#domain/memory/match-key.ts'
import { contextHash, textHash } from '#domain/memory/text-hash.ts'
import { memoryLanguage } from '#domain/memory/unit.ts'
import { type CodedText, plainText } from '#domain/segments/coded-text.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'

/** Neighbours that nobody told: they are like none. */
export const unknownContext = -1
/** `withdrawn` of a batch: an import under way is as good as withdrawn until it is whole. */
export const batchStates = { live: 0, withdrawn: 1, unfinished: 2 } as const

export type NewText = Readonly<{ tag: string; content: CodedText; facts?: string }>
export type NewUnit = Readonly<{
  id: string
  batch: number
  sourceLanguage: string
  document: string
  previous: number
  next: number
  at: number
  by: string
  facts: string
  texts: readonly NewText[]
}>

export function insertBatch(
  db: WriteHandle,
  batch: Readonly<{ id: string; kind: string; name: string; at: number; by: string; state: number }>,
): number {
  db.prepare(
    `INSERT INTO tm_batches (id, kind, name, at, by_profile, withdrawn) VALUES (@id, @kind, @name, @at, @by, @state)
     ON CONFLICT (id) DO NOTHING`,
  ).run(batch)
  return Number(
    preparedColumn<[string], number>(db, 'SELECT number FROM tm_batches WHERE id = ?').get(batch.id),
  )
}

export function findBatch(db: ReadHandle, id: string): Readonly<{ kind: string; state: number }> | undefined {
  return prepared<[string], { kind: string; state: number }>(
    db,
    'SELECT kind, withdrawn AS state FROM tm_batches WHERE id = ?',
  ).get(id)
}

export function setBatchState(db: WriteHandle, id: string, state: number): void {
  db.prepare('UPDATE tm_batches SET withdrawn = ? WHERE id = ?').run(state, id)
}

export function insertUnit(db: WriteHandle, unit: NewUnit): number {
  const { texts, ...row } = unit
  const { lastInsertRowid } = prepared<[Omit<NewUnit, 'texts'>]>(
    db,
    `INSERT INTO tm_units (id, batch, source_language, document, previous_hash, next_hash, changed_at, changed_by, facts)
     VALUES (@id, @batch, @sourceLanguage, @document, @previous, @next, @at, @by, @facts)`,
  ).run(row)
  for (const text of texts) insertText(db, Number(lastInsertRowid), text)
  return Number(lastInsertRowid)
}

export function insertText(db: WriteHandle, unit: number, { tag, content, facts = '' }: NewText): void {
  const coded = content.map((part) => (typeof part === 'string' ? part.normalize('NFC') : part))
  const text = plainText(coded)
  const { lastInsertRowid } = prepared<[number, string, string, string, string, string, number]>(
    db,
    'INSERT INTO tm_texts (unit, language, tag, text, coded, facts, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(
    unit,
    memoryLanguage(tag),
    tag,
    text,
    coded.some((part) => typeof part !== 'string') ? JSON.stringify(coded) : '',
    facts,
    textHash(exactKey(text)),
  )
  prepared<[number | bigint, string]>(db, 'INSERT INTO tm_search (rowid, folded) VALUES (?, ?)').run(
    lastInsertRowid,
    foldText(text),
  )
}

export function withdrawText(db: WriteHandle, number: number): void {
  prepared<[number]>(db, 'UPDATE tm_texts SET withdrawn = 1 WHERE number = ?').run(number)
}

export function setWithdrawn(db: WriteHandle, unit: number, withdrawn: boolean): void {
  prepared<[number, number]>(db, 'UPDATE tm_units SET withdrawn = ? WHERE number = ?').run(
    withdrawn ? 1 : 0,
    unit,
  )
}

export type TextRow = Readonly<{
  number: number
  language: string
  tag: string
  text: string
  coded: string
  facts: string
}>

export function textsOf(db: ReadHandle, unit: number): readonly TextRow[] {
  return prepared<[number], TextRow>(
    db,
    'SELECT number, language, tag, text, coded, facts FROM tm_texts WHERE unit = ? AND withdrawn = 0 ORDER BY number',
  ).all(unit)
}

export type UnitRow = Readonly<{
  number: number
  id: string
  sourceLanguage: string
  document: string
  at: number
  by: string
  facts: string
  withdrawn: number
  kind: 'learned' | 'hand' | 'import'
  name: string
}>

export const unitColumns = `u.number, u.id, u.source_language AS sourceLanguage, u.document, u.changed_at AS at,
  u.changed_by AS by, u.facts, max(u.withdrawn, b.withdrawn) AS withdrawn, b.kind, b.name`

export function findUnit(db: ReadHandle, id: string): UnitRow | undefined {
  return prepared<[string], UnitRow>(
    db,
    `SELECT ${unitColumns} FROM tm_units u JOIN tm_batches b ON b.number = u.batch WHERE u.id = ?`,
  ).get(id)
}

/** A text with its codes, as it was stored. */
export function contentOf({ text, coded }: Pick<TextRow, 'text' | 'coded'>): CodedText {
  return coded === '' ? (text === '' ? [] : [text]) : (JSON.parse(coded) as CodedText)
}

/** True when a live unit holds all these texts already. */
export function isKnown(db: ReadHandle, texts: readonly NewText[]): boolean {
  const [first, ...others] = texts
  if (!first) return true
  const rows = candidatesOf(db, first)
  return rows.some((unit) => {
    const own = textsOf(db, unit)
    return [first, ...others].every((text) => own.some((row) => sameText(row, text)))
  })
}

const mostCandidates = 50

function candidatesOf(db: ReadHandle, { tag, content }: NewText): readonly number[] {
  return preparedColumn<[number, string], number>(
    db,
    `SELECT t.unit FROM tm_texts t JOIN tm_units u ON u.number = t.unit JOIN tm_batches b ON b.number = u.batch
     WHERE t.hash = ? AND t.language = ? AND t.withdrawn = 0 AND u.withdrawn = 0 AND b.withdrawn <> 1 LIMIT ${mostCandidates}`,
  ).all(textHash(exactKey(plainText(content))), memoryLanguage(tag)) as number[]
}

export function sameText(row: TextRow, { tag, content }: NewText): boolean {
  return (
    row.language === memoryLanguage(tag) && JSON.stringify(contentOf(row)) === JSON.stringify(joined(content))
  )
}

/** Words that follow each other are one string: what is stored and what is asked about compare as text. */
export function joined(content: CodedText): CodedText {
  const parts: CodedText[number][] = []
  for (const part of content) {
    const before = parts.at(-1)
    if (typeof part === 'string' && typeof before === 'string') parts[parts.length - 1] = before + part
    else if (part !== '') parts.push(typeof part === 'string' ? part.normalize('NFC') : part)
  }
  return parts
}

export function neighbours(
  previous: string | null,
  next: string | null,
): Readonly<{ previous: number; next: number }> {
  return { previous: contextHash(previous), next: contextHash(next) }
}
