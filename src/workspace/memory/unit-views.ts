import type { MemoryCounts, MemoryUnit } from '#contract/memory.ts'
import { foldText, queryPhrases } from '#domain/folding.ts'
import { memoryLanguage } from '#domain/memory/unit.ts'
import type { ReadHandle } from '../store/database.ts'
import { contentOf, findUnit, textsOf, type UnitRow, unitColumns } from './memory-rows.ts'

export type NameOf = (profile: string) => string

export function unitView(db: ReadHandle, row: UnitRow, nameOf: NameOf): MemoryUnit {
  return {
    unit: row.id,
    texts: textsOf(db, row.number).map((text) => ({ language: text.tag, text: [...contentOf(text)] })),
    origin: { kind: row.kind, name: row.name, document: row.document },
    at: row.at,
    by: nameOf(row.by),
    withdrawn: row.withdrawn !== 0,
  }
}

export function findView(db: ReadHandle, id: string, nameOf: NameOf): MemoryUnit | undefined {
  const row = findUnit(db, id)
  return row && unitView(db, row, nameOf)
}

export type ConcordanceQuery = Readonly<{
  text: string
  language: string
  other: string | null
  limit: number
}>

/** Rows the full text may answer before those of other languages are left out. */
const mostHits = 5000

/** Units whose text in a language holds a phrase: as words in their order, the last of them only begun. */
export function findPhrase(db: ReadHandle, query: ConcordanceQuery, nameOf: NameOf): MemoryUnit[] {
  const phrase = phraseQuery(query.text)
  if (phrase === '') return []
  const rows = db
    .prepare<[string, string, string, string, number], UnitRow>(
      `SELECT DISTINCT ${unitColumns} FROM
         (SELECT rowid AS found FROM tm_search WHERE tm_search MATCH ? ORDER BY rowid DESC LIMIT ${mostHits})
       JOIN tm_texts t ON t.number = found JOIN tm_units u ON u.number = t.unit JOIN tm_batches b ON b.number = u.batch
       WHERE t.withdrawn = 0 AND u.withdrawn = 0 AND b.withdrawn = 0 AND t.language = ?
         AND (? = '' OR EXISTS (SELECT 1 FROM tm_texts o WHERE o.unit = u.number AND o.language = ? AND o.withdrawn = 0))
       ORDER BY u.changed_at DESC, u.number DESC LIMIT ?`,
    )
    .all(phrase, memoryLanguage(query.language), otherOf(query), otherOf(query), query.limit)
  return rows.map((row) => unitView(db, row, nameOf))
}

function otherOf({ other }: ConcordanceQuery): string {
  return other === null ? '' : memoryLanguage(other)
}

/** What is typed is one phrase unless parts of it stand in quotes. */
function phraseQuery(text: string): string {
  if (text.includes('"'))
    return queryPhrases(text)
      .map((phrase) => `"${phrase}"`)
      .join(' AND ')
  const tokens = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return tokens.length === 0 ? '' : `"${tokens.join(' ')}" *`
}

/** What the memory holds, with profiles for names. Takes seconds on a million units: asked in a thread of its own. */
export function countUnits(db: ReadHandle): MemoryCounts {
  const live = 'JOIN tm_batches b ON b.number = u.batch WHERE u.withdrawn = 0 AND b.withdrawn = 0'
  const units = db.prepare<[], number>(`SELECT count(*) FROM tm_units u ${live}`).pluck().get() ?? 0
  const languages = db
    .prepare<[], { language: string; texts: number }>(
      `SELECT t.language, count(*) AS texts FROM tm_texts t JOIN tm_units u ON u.number = t.unit ${live}
       AND t.withdrawn = 0 GROUP BY t.language ORDER BY texts DESC, t.language`,
    )
    .all()
  const pairs = db
    .prepare<[], MemoryCounts['pairs'][number]>(
      `SELECT o.language AS one, t.language AS other, count(*) AS units FROM tm_texts t
       JOIN tm_texts o ON o.unit = t.unit AND o.language < t.language AND o.withdrawn = 0
       JOIN tm_units u ON u.number = t.unit ${live} AND t.withdrawn = 0
       GROUP BY one, other ORDER BY units DESC, one, other`,
    )
    .all()
  const batches = db
    .prepare<[], BatchRow>(
      `SELECT id, kind, name, at, by_profile AS by, withdrawn,
         (SELECT count(*) FROM tm_units u WHERE u.batch = b.number AND u.withdrawn = 0) AS units
       FROM tm_batches b WHERE withdrawn <> 2 ORDER BY at DESC, number DESC`,
    )
    .all()
  return {
    units,
    languages,
    pairs,
    batches: batches.map((batch) => ({ ...batch, withdrawn: batch.withdrawn !== 0 })),
  }
}

type BatchRow = Omit<MemoryCounts['batches'][number], 'withdrawn'> & Readonly<{ withdrawn: number }>
