import { createSegmentBuilder } from '#domain/memory/gram-segment.ts'
import { matchKey, scriptOf } from '#domain/memory/match-key.ts'
import { createMemoryIndex, type MemoryIndex } from '#domain/memory/memory-index.ts'
import { languageBit } from '#domain/memory/unit.ts'
import type { ReadHandle } from '../store/database.ts'

/** The index of each language, made from the texts when it is first needed and kept up with them. */
export type Indexes = Readonly<{
  /** Everything that is committed is in it. */
  of(language: string): MemoryIndex
}>

type Kept = { index: MemoryIndex; upTo: number; built: number }

/** More new texts than this, and than half of what was there: making it anew is quicker than adding. */
const manyNew = 50_000

export function createIndexes(db: ReadHandle): Indexes {
  const kept = new Map<string, Kept>()
  const newest = db.prepare<[], number>('SELECT coalesce(max(number), 0) FROM tm_texts').pluck()
  return {
    of(language) {
      const upTo = newest.get() ?? 0
      const known = kept.get(language)
      if (known && upTo - known.upTo <= Math.max(manyNew, known.built / 2)) {
        addNew(db, language, known, upTo)
        return known.index
      }
      kept.delete(language)
      const made = { index: buildIndex(db, language, upTo), upTo, built: upTo }
      kept.set(language, made)
      return made.index
    },
  }
}

type Text = Readonly<{ number: number; unit: number; text: string }>

function buildIndex(db: ReadHandle, language: string, upTo: number): MemoryIndex {
  const masks = unitMasks(db, upTo)
  const builder = createSegmentBuilder(scriptOf(language))
  const texts = db.prepare<[string, number], Text>(
    'SELECT number, unit, text FROM tm_texts WHERE language = ? AND withdrawn = 0 AND number <= ?',
  )
  for (const { number, unit, text } of texts.iterate(language, upTo)) {
    builder.add(number, masks[unit] ?? 0, matchKey(text))
  }
  return createMemoryIndex(language, builder.finish())
}

/** By unit: a bit for each language it has. */
function unitMasks(db: ReadHandle, upTo: number): Uint8Array {
  const last = db.prepare<[], number>('SELECT coalesce(max(number), 0) FROM tm_units').pluck().get() ?? 0
  const masks = new Uint8Array(last + 1)
  const rows = db.prepare<[number], { unit: number; language: string }>(
    'SELECT unit, language FROM tm_texts WHERE withdrawn = 0 AND number <= ?',
  )
  for (const { unit, language } of rows.iterate(upTo)) {
    if (unit < masks.length) masks[unit] = (masks[unit] ?? 0) | languageBit(language)
  }
  return masks
}

/** A unit that got another text gets all its texts added again: they have one more language to offer. */
function addNew(db: ReadHandle, language: string, kept: Kept, upTo: number): void {
  if (upTo <= kept.upTo) return
  const rows = db
    .prepare<[number, number], Text & Readonly<{ language: string }>>(
      `SELECT number, unit, text, language FROM tm_texts
       WHERE withdrawn = 0 AND unit IN (SELECT unit FROM tm_texts WHERE number > ? AND number <= ?)`,
    )
    .all(kept.upTo, upTo)
  const masks = new Map<number, number>()
  for (const row of rows) masks.set(row.unit, (masks.get(row.unit) ?? 0) | languageBit(row.language))
  for (const row of rows) {
    if (row.language === language) kept.index.add(row.number, masks.get(row.unit) ?? 0, matchKey(row.text))
  }
  kept.upTo = upTo
}
