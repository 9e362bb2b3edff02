import { createSegmentBuilder } from '#domain/memory/gram-segment.ts'
import { matchKey, scriptOf } from '#domain/memory/match-key.ts'
import { createMemoryIndex, type MemoryIndex } from '#domain/memory/memory-index.ts'
import { languageBit } from '#domain/memory/unit.ts'
import type { ReadHandle } from '../store/database.ts'

/** The index of each language, made from the texts when it is first needed and kept up with them. */
export type Indexes = Readonly<{
  /** Everything that is committed is in it. Undefined when the thread is to end. */
  of(language: string): MemoryIndex | undefined
}>

type Kept = { index: MemoryIndex; upTo: number; built: number }

/** More new texts than this, and than half of what was there: making it anew is quicker than adding. */
const manyNew = 50_000

export function createIndexes(db: ReadHandle, isEnding: () => boolean): Indexes {
  const kept = new Map<string, Kept>()
  const newest = db.prepare<[], number>('SELECT coalesce(max(number), 0) FROM tm_texts').pluck()
  return {
    of(language) {
      if (isEnding()) return undefined
      const upTo = newest.get() ?? 0
      const known = kept.get(language)
      if (known && upTo - known.upTo <= Math.max(manyNew, known.built / 2)) {
        addNew(db, language, known, upTo)
        return known.index
      }
      kept.delete(language)
      const index = buildIndex(db, language, upTo, isEnding)
      if (index) kept.set(language, { index, upTo, built: upTo })
      return index
    },
  }
}

type Text = Readonly<{ number: number; unit: number; text: string }>

/** A withdrawn text counts among the languages of its unit: that offers it in vain, and the index alone is read. */
const unitLanguages = 'SELECT group_concat(language) FROM tm_texts other WHERE other.unit = tm_texts.unit'

function buildIndex(
  db: ReadHandle,
  language: string,
  upTo: number,
  isEnding: () => boolean,
): MemoryIndex | undefined {
  const builder = createSegmentBuilder(scriptOf(language))
  const masks = new Map<string, number>()
  const texts = db.prepare<[string, number], Text & Readonly<{ languages: string }>>(
    `SELECT number, unit, text, (${unitLanguages}) AS languages FROM tm_texts
     WHERE language = ? AND withdrawn = 0 AND number <= ?`,
  )
  for (const { number, text, languages } of texts.iterate(language, upTo)) {
    if (isEnding()) return undefined
    const mask = masks.get(languages) ?? maskOf(languages)
    masks.set(languages, mask)
    builder.add(number, mask, matchKey(text))
  }
  return createMemoryIndex(language, builder.finish())
}

/** A bit for each language of a list. */
function maskOf(languages: string): number {
  return languages.split(',').reduce((mask, language) => mask | languageBit(language), 0)
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
