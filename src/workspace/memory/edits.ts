import type { DocumentId } from '#domain/document-id.ts'
import { isMemoryEdit, type MemoryEditRecord, memorySubject, type Signed } from '#domain/records.ts'
import type { Services } from '../services.ts'
import type { WriteHandle } from '../store/database.ts'
import { ownBatch, replaceTexts } from './learning.ts'
import { findUnit, insertUnit, setWithdrawn, unknownContext } from './memory-rows.ts'

type SignedEdit = Signed<MemoryEditRecord>
/** Records about the memory are kept as those about a document are. */
export const memoryRecords = memorySubject as string as DocumentId

export type EditServices = Pick<Services, 'store' | 'records'> &
  Readonly<{
    records: Readonly<{ trustOf(document: DocumentId): Readonly<{ problem(hash: string): unknown }> }>
  }>

/** The edits that count, by unit. */
function validEdits({ records }: EditServices): Map<string, SignedEdit[]> {
  const trust = records.trustOf(memoryRecords)
  const edits = records
    .ofDocument(memoryRecords)
    .filter(isMemoryEdit)
    .filter(({ hash }) => trust.problem(hash) === null)
  return Map.groupBy(edits, ({ record }) => record.unit)
}

/** Edits of a unit that no other replaced. */
export function editHeads(services: EditServices, unit: string): readonly string[] {
  return headsOf(validEdits(services).get(unit) ?? []).map(({ hash }) => hash)
}

function headsOf(edits: readonly SignedEdit[]): readonly SignedEdit[] {
  const replaced = new Set(edits.flatMap(({ record }) => record.replaces))
  return edits.filter(({ hash }) => !replaced.has(hash))
}

/** Of edits that did not know of one another the same counts on every machine. */
function counting(edits: readonly SignedEdit[]): SignedEdit | undefined {
  return [...headsOf(edits)].sort((left, right) => (left.hash < right.hash ? 1 : -1))[0]
}

/** Brings units in line with the signed edits that were not taken in yet; answers how many units changed. */
export function takeEdits(services: EditServices): number {
  const { store } = services
  const taken = new Set(
    store.read.prepare<[], string>('SELECT record FROM tm_edits').pluck().all() as string[],
  )
  const open = [...validEdits(services)].filter(([, edits]) => edits.some(({ hash }) => !taken.has(hash)))
  if (open.length === 0) return 0
  store.write((db) => {
    for (const [unit, edits] of open) {
      const edit = counting(edits)
      if (edit) writeEdit(db, unit, edit.record)
      const note = db.prepare('INSERT INTO tm_edits (record, unit) VALUES (?, ?) ON CONFLICT DO NOTHING')
      for (const { hash } of edits) note.run(hash, unit)
    }
  })
  return open.length
}

function writeEdit(db: WriteHandle, id: string, edit: MemoryEditRecord): void {
  const texts = edit.texts.map(({ language, text }) => ({ tag: language, content: text }))
  const known = findUnit(db, id)
  if (known === undefined) {
    const number = insertUnit(db, {
      id,
      batch: ownBatch(db, 'hand', edit.at),
      sourceLanguage: texts[0]?.tag ?? '',
      document: '',
      previous: unknownContext,
      next: unknownContext,
      at: edit.at,
      by: edit.signer,
      facts: '',
      texts,
    })
    setWithdrawn(db, number, edit.withdrawn)
    return
  }
  if (texts.length > 0) replaceTexts(db, known.number, texts)
  setWithdrawn(db, known.number, edit.withdrawn)
  db.prepare('UPDATE tm_units SET changed_at = ?, changed_by = ? WHERE number = ?').run(
    edit.at,
    edit.signer,
    known.number,
  )
}
