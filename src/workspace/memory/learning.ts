import { type LearntUnit, memoryLanguage } from '#domain/memory/unit.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'
import {
  batchStates,
  findUnit,
  insertBatch,
  insertText,
  insertUnit,
  type NewText,
  neighbours,
  sameText,
  setWithdrawn,
  type TextRow,
  textsOf,
  withdrawText,
} from './memory-rows.ts'

/** The one batch of what was confirmed here, and the one of what was written by hand. */
export function ownBatch(db: WriteHandle, kind: 'learned' | 'hand', at: number): number {
  return insertBatch(db, { id: kind, kind, name: '', at, by: '', state: batchStates.live })
}

export function learntId({ document, occurrence }: Pick<LearntUnit, 'document' | 'occurrence'>): string {
  return `${document}#${occurrence}`
}

/**
 * Keeps a confirmed sentence; the same occurrence again replaces what was learnt from it before. What is replaced
 * leaves the store: it is derived from the translation, whose text may have been purged (SEC1).
 */
export function learnUnit(db: WriteHandle, unit: LearntUnit): void {
  const texts = [
    { tag: unit.from, content: unit.source },
    { tag: unit.to, content: unit.target },
  ]
  const id = learntId(unit)
  const known = findUnit(db, id)
  const fresh = { at: unit.at, by: unit.by, ...neighbours(unit.previous, unit.next) }
  if (known) {
    replaceTexts(db, known.number, texts, deleteText)
    setWithdrawn(db, known.number, false)
    noteChange(db, known.number, fresh)
    return
  }
  insertUnit(db, {
    ...fresh,
    id,
    batch: ownBatch(db, 'learned', unit.at),
    sourceLanguage: memoryLanguage(unit.from),
    document: unit.document,
    facts: '',
    texts,
  })
}

type Change = Readonly<{ at: number; by: string; previous: number; next: number }>

/** Writes only what differs. */
function noteChange(db: WriteHandle, unit: number, change: Change): void {
  prepared<[Change & { unit: number }]>(
    db,
    `UPDATE tm_units SET changed_at = @at, changed_by = @by, previous_hash = @previous, next_hash = @next
     WHERE number = @unit AND (changed_at, changed_by, previous_hash, next_hash) <> (@at, @by, @previous, @next)`,
  ).run({ ...change, unit })
}

/** Its confirmation was taken back, or its sentence is gone. */
export function unlearnUnit(db: WriteHandle, unit: Pick<LearntUnit, 'document' | 'occurrence'>): void {
  const known = findUnit(db, learntId(unit))
  if (known) deleteUnit(db, known.number)
}

export function deleteUnit(db: WriteHandle, unit: number): void {
  const texts = prepared<[number], TextRow>(db, 'SELECT number FROM tm_texts WHERE unit = ?').all(unit)
  for (const { number } of texts) deleteText(db, number)
  prepared<[number]>(db, 'DELETE FROM tm_units WHERE number = ?').run(unit)
}

export function deleteText(db: WriteHandle, number: number): void {
  prepared<[number]>(db, 'DELETE FROM tm_search WHERE rowid = ?').run(number)
  prepared<[number]>(db, 'DELETE FROM tm_texts WHERE number = ?').run(number)
}

/** Makes a unit hold exactly these texts. Texts that stay keep their number. */
export function replaceTexts(
  db: WriteHandle,
  unit: number,
  texts: readonly NewText[],
  takeOut: (db: WriteHandle, number: number) => void = withdrawText,
): void {
  const stored = textsOf(db, unit)
  for (const row of stored) if (!texts.some((text) => sameText(row, text))) takeOut(db, row.number)
  for (const text of texts) if (!stored.some((row) => sameText(row, text))) insertText(db, unit, text)
}

/** Ids of the units that were learnt from a document. */
export function learntFrom(db: ReadHandle, document: string): readonly { number: number; id: string }[] {
  return prepared<[string], { number: number; id: string }>(
    db,
    'SELECT number, id FROM tm_units WHERE document = ?',
  ).all(document)
}
