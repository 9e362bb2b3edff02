import type { LearntUnit } from '#domain/memory/unit.ts'
import type { WriteHandle } from '../store/database.ts'
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

/** Keeps a confirmed sentence; the same occurrence again replaces what was learnt from it before. */
export function learnUnit(db: WriteHandle, unit: LearntUnit): void {
  const texts = [
    { tag: unit.from, content: unit.source },
    { tag: unit.to, content: unit.target },
  ]
  const id = learntId(unit)
  const context = neighbours(unit.previous, unit.next)
  const known = findUnit(db, id)
  if (known === undefined) {
    insertUnit(db, {
      id,
      batch: ownBatch(db, 'learned', unit.at),
      sourceLanguage: unit.from,
      document: unit.document,
      ...context,
      at: unit.at,
      by: unit.by,
      facts: '',
      texts,
    })
    return
  }
  replaceTexts(db, known.number, texts)
  setWithdrawn(db, known.number, false)
  noteChange(db, known.number, unit.at, unit.by)
  prepared<[number, number, number]>(
    db,
    'UPDATE tm_units SET previous_hash = ?, next_hash = ? WHERE number = ?',
  ).run(context.previous, context.next, known.number)
}

export function noteChange(db: WriteHandle, unit: number, at: number, by: string): void {
  prepared<[number, string, number]>(
    db,
    'UPDATE tm_units SET changed_at = ?, changed_by = ? WHERE number = ?',
  ).run(at, by, unit)
}

/** Its confirmation was taken back, or its sentence is gone. */
export function unlearnUnit(db: WriteHandle, unit: Pick<LearntUnit, 'document' | 'occurrence'>): void {
  const known = findUnit(db, learntId(unit))
  if (known) setWithdrawn(db, known.number, true)
}

/** Makes a unit hold exactly these texts. Texts that stay keep their number. */
export function replaceTexts(db: WriteHandle, unit: number, texts: readonly NewText[]): void {
  const stored = textsOf(db, unit)
  for (const row of stored) if (!texts.some((text) => sameText(row, text))) withdrawText(db, row.number)
  for (const text of texts) if (!stored.some((row) => sameText(row, text))) insertText(db, unit, text)
}
