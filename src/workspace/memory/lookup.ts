import { exactKey, matchKey } from '#domain/memory/match-key.ts'
import type { MemoryIndex } from '#domain/memory/memory-index.ts'
import { matchScore, withContext } from '#domain/memory/score.ts'
import { contextHash, textHash } from '#domain/memory/text-hash.ts'
import { languageBit } from '#domain/memory/unit.ts'
import { type CodedText, plainText } from '#domain/segments/coded-text.ts'
import type { ReadHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'
import { contentOf } from './memory-rows.ts'

/** A sentence to find; languages as `memoryLanguage` makes them. */
export type Question = Readonly<{
  source: CodedText
  previous: string | null
  next: string | null
  from: string
  to: string
  least: number
  limit: number
}>

export type Found = Readonly<{
  unit: string
  score: number
  source: CodedText
  target: CodedText
  kind: 'learned' | 'hand' | 'import'
  name: string
  document: string
  at: number
  by: string
}>

type Row = Omit<Found, 'score' | 'source' | 'target'> &
  Readonly<{
    text: string
    coded: string
    targetText: string
    targetCoded: string
    previous: number
    next: number
  }>

const columns = `SELECT u.id AS unit, b.kind, b.name, u.document, u.changed_at AS at, u.changed_by AS by,
  s.text, s.coded, t.text AS targetText, t.coded AS targetCoded,
  u.previous_hash AS previous, u.next_hash AS next
  FROM tm_texts s JOIN tm_units u ON u.number = s.unit JOIN tm_batches b ON b.number = u.batch
  JOIN tm_texts t ON t.unit = s.unit AND t.language = ? AND t.withdrawn = 0
  WHERE s.withdrawn = 0 AND u.withdrawn = 0 AND b.withdrawn = 0 AND s.language = ?`

/** A sentence that stands a thousand times needs no more than these to choose from. */
const mostExact = 100
/** How much less like, in letters, a sentence may be than its score in words is to be. */
const slack = 0.1
const mostFuzzy = 60

/** Units with the same words, whatever their codes: by the hash, without an index of likeness. */
export function exactMatches(db: ReadHandle, question: Question): readonly Found[] {
  const key = exactKey(plainText(question.source))
  const rows = prepared<[string, string, number], Row>(
    db,
    `${columns} AND s.hash = ? ORDER BY u.changed_at DESC LIMIT ${mostExact}`,
  ).all(question.to, question.from, textHash(key))
  return best(
    question,
    rows.filter((row) => exactKey(row.text) === key),
  )
}

/** The best of all units: those with the same words and those like it. */
export function allMatches(db: ReadHandle, index: MemoryIndex, question: Question): readonly Found[] {
  const exact = exactMatches(db, question)
  if (exact.length >= question.limit) return exact
  const hits = index.search(matchKey(plainText(question.source)), {
    least: Math.max(0.5, question.least / 100 - slack),
    most: mostFuzzy,
    mask: languageBit(question.to),
  })
  const rows = prepared<[string, string, string], Row>(
    db,
    `${columns} AND s.number IN (SELECT value FROM json_each(?))`,
  ).all(question.to, question.from, JSON.stringify(hits.map(({ number }) => number)))
  const fuzzy = best(question, rows)
  const known = new Set(exact.map(({ unit }) => unit))
  return sorted([...exact, ...fuzzy.filter(({ unit }) => !known.has(unit))], question)
}

function best(question: Question, rows: readonly Row[]): readonly Found[] {
  return sorted(
    rows.map((row) => scored(question, row)),
    question,
  )
}

function scored(question: Question, row: Row): Found {
  const { text, coded, targetText, targetCoded, previous, next, ...rest } = row
  const source = contentOf({ text, coded })
  const score = withContext(matchScore(source, question.source, question.from), {
    before: previous === contextHash(question.previous),
    after: next === contextHash(question.next),
  })
  return { ...rest, score, source, target: contentOf({ text: targetText, coded: targetCoded }) }
}

/** The best first, the newest of equals; the same translation of the same words once. */
function sorted(found: readonly Found[], { least, limit }: Question): readonly Found[] {
  const seen = new Set<string>()
  return found
    .filter(({ score }) => score >= least)
    .sort(
      (left, right) => right.score - left.score || right.at - left.at || (left.unit < right.unit ? -1 : 1),
    )
    .filter(({ source, target }) => {
      const text = JSON.stringify([source, target])
      return !seen.has(text) && seen.add(text)
    })
    .slice(0, limit)
}
