import { foldText } from '#domain/folding.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { deleteText } from './learning.ts'

/**
 * What a purge takes out of the memory (SEC1): units that were imported or written by hand and hold purged words, with
 * the signed edits of them. What was learnt goes with the translation it was learnt from.
 *
 * A unit's row stays, without a word, until the backups are clean too: it names what they have to lose, also when the
 * process was killed meanwhile.
 */
export function forgetWords(
  db: WriteHandle,
  purge: string,
  words: readonly string[],
  holds: (text: string) => boolean,
): void {
  for (const unit of new Set(words.flatMap((each) => unitsWith(db, each, holds)))) {
    eraseUnit(db, unit)
    db.prepare("UPDATE tm_units SET withdrawn = 1, facts = '', document = ? WHERE number = ?").run(
      markOf(purge),
      unit.number,
    )
  }
}

/** No document has this name. */
function markOf(purge: string): string {
  return `purge:${purge}`
}

type Unit = Readonly<{ number: number; id: string }>

function unitsWith(db: ReadHandle, words: string, holds: (text: string) => boolean): readonly Unit[] {
  const tokens = foldText(words).match(/[\p{L}\p{N}]+/gu)
  if (!tokens) return []
  const rows = db
    .prepare<[string], Unit & Readonly<{ text: string }>>(
      `SELECT u.number, u.id, t.text FROM tm_search s JOIN tm_texts t ON t.number = s.rowid
       JOIN tm_units u ON u.number = t.unit JOIN tm_batches b ON b.number = u.batch
       WHERE tm_search MATCH ? AND b.kind <> 'learned'`,
    )
    .all(`"${tokens.join(' ')}"`)
  return rows.filter(({ text }) => holds(text))
}

function eraseUnit(db: WriteHandle, { number, id }: Unit): void {
  const texts = db.prepare<[number], number>('SELECT number FROM tm_texts WHERE unit = ?').pluck().all(number)
  for (const text of texts) deleteText(db, Number(text))
  db.prepare("DELETE FROM records WHERE kind = 'memoryEdit' AND json_extract(body, '$.unit') = ?").run(id)
}

/** Units that lost all their texts to a purge under way. */
export function forgottenUnits(db: ReadHandle, purge: string): readonly string[] {
  return db
    .prepare<[string], string>('SELECT id FROM tm_units WHERE document = ?')
    .pluck()
    .all(markOf(purge)) as string[]
}

/** Takes units out of a database: a backup, or this one when the backups are clean. */
export function dropUnits(db: WriteHandle, units: readonly string[]): void {
  const find = db.prepare<[string], Unit>('SELECT number, id FROM tm_units WHERE id = ?')
  const known = units.flatMap((id) => find.get(id) ?? [])
  for (const unit of known) {
    eraseUnit(db, unit)
    db.prepare('DELETE FROM tm_units WHERE number = ?').run(unit.number)
  }
  // what a text said stays in the full text's segments until they are written anew
  if (known.length > 0) db.exec("INSERT INTO tm_search (tm_search) VALUES ('optimize')")
}
