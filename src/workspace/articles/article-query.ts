import type { ArticleQuery, ArticleRow } from '#contract/articles.ts'
import { queryPhrases } from '#domain/folding.ts'
import type { WorkflowState } from '#domain/workflow-state.ts'
import type { ReadHandle } from '../store/database.ts'
import { partsPerArticle } from './projection.ts'

type StoredRow = Omit<ArticleRow, 'id' | 'changedSinceApproval' | 'internal' | 'held'> &
  Readonly<{ article: string; changedSinceApproval: number; internal: number; held: number }>

const columns = `article, document, title, language, section, genre, byline, state,
  changed_since_approval AS changedSinceApproval, words, updated_at AS updatedAt, created_at AS createdAt,
  deadline, embargo, internal, held, oddities, picture, excerpt`

const orders: Readonly<Record<Exclude<ArticleQuery['order'], 'relevance'>, string>> = {
  updated: 'updated_at DESC, document',
  created: 'created_at DESC, document',
  deadline: "deadline = '', deadline, document",
  title: 'title_key, document',
}

type Condition = Readonly<{ sql: string; values: readonly (string | number)[] }>

/** Best matches looked at first when ordering by relevance; more only where a filter leaves too few. */
const bestMatches = 2_000

/** One page of the list and the number of all rows that match. */
export function listArticles(db: ReadHandle, query: ArticleQuery): { total: number; rows: ArticleRow[] } {
  const match = matchExpression(query.text)
  if (match === undefined) return query.text.trim() === '' ? listAll(db, query) : { total: 0, rows: [] }
  if (query.order === 'relevance') return listByRelevance(db, query, match)
  const { where, values } = join([...filters(query), holding(match.begun)])
  // The full text is read once for page and total: that is where the time goes.
  const rows = db
    .prepare<unknown[], StoredRow & { total: number }>(
      `SELECT ${columns}, total FROM (
         SELECT number, count(*) OVER () AS total FROM article_rows
         WHERE ${where} ORDER BY ${orders[query.order]} LIMIT ? OFFSET ?)
       JOIN article_rows USING (number) ORDER BY ${orders[query.order]}`,
    )
    .all(...values, query.limit, query.offset)
  const total = rows[0]?.total ?? (query.offset === 0 ? 0 : countMatches(db, query, match.begun))
  return { total, rows: rows.map(({ total: _, ...row }) => readRow(row)) }
}

function listAll(db: ReadHandle, query: ArticleQuery): { total: number; rows: ArticleRow[] } {
  const { where, values } = join(filters(query))
  const total = Number(
    db
      .prepare(`SELECT count(*) FROM article_rows WHERE ${where}`)
      .pluck()
      .get(...values),
  )
  const order = orders[query.order === 'relevance' ? 'updated' : query.order]
  const rows = db
    .prepare<unknown[], StoredRow>(
      `SELECT ${columns} FROM article_rows WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(...values, query.limit, query.offset)
  return { total, rows: rows.map(readRow) }
}

function countMatches(db: ReadHandle, query: ArticleQuery, match: string): number {
  const { where, values } = join([...filters(query), holding(match)])
  return Number(
    db
      .prepare(`SELECT count(*) FROM article_rows WHERE ${where}`)
      .pluck()
      .get(...values),
  )
}

/**
 * The full text ranks first and the rows are looked up for the best: ranked rows are costly to join. Articles that have
 * the last word whole stand before those where a longer word begins with it.
 */
function listByRelevance(
  db: ReadHandle,
  query: ArticleQuery,
  match: Match,
): { total: number; rows: ArticleRow[] } {
  const total = countMatches(db, query, match.begun)
  const { where, values } = join(filters(query))
  const wanted = Math.min(total, query.offset + query.limit)
  const page = (matches: number, sources: readonly MatchSource[]) =>
    db
      .prepare<unknown[], StoredRow>(
        `SELECT ${columns} FROM (${sources.map(({ sql }) => sql).join(' UNION ALL ')})
         JOIN article_rows ON number = found
         WHERE ${where}
         GROUP BY number ORDER BY min(best), updated_at DESC, document LIMIT ? OFFSET ?`,
      )
      .all(
        ...sources.flatMap(({ expression }) => [expression, matches]),
        ...values,
        query.limit,
        query.offset,
      )
  const [whole, begun] = [matchSource(match.whole, 0), matchSource(match.begun, behindWhole)]
  const best = Math.max(bestMatches, 2 * wanted)
  const tries = [() => page(best, [whole]), () => page(best, [whole, begun]), () => page(-1, [whole, begun])]
  for (const attempt of tries) {
    const rows = attempt()
    if (rows.length + query.offset >= wanted) return { total, rows: rows.map(readRow) }
  }
  return { total, rows: [] }
}

type MatchSource = Readonly<{ sql: string; expression: string }>

/** Ranks are negative, and better the smaller; none is so far from another. */
const behindWhole = 1_000_000

function matchSource(expression: string, behind: number): MatchSource {
  const sql = `SELECT * FROM (SELECT rowid / ${partsPerArticle} AS found, rank + ${behind} AS best
    FROM article_search WHERE article_search MATCH ? ORDER BY rank LIMIT ?)`
  return { sql, expression }
}

export function findArticle(db: ReadHandle, article: string): ArticleRow | undefined {
  const row = db
    .prepare<[string], StoredRow>(`SELECT ${columns} FROM article_rows WHERE article = ?`)
    .get(article)
  return row && readRow(row)
}

/** How many articles stand in each state, section and language; withdrawn ones count by state only. */
export function countFacets(db: ReadHandle) {
  // One pass over an index: with fifty thousand articles three passes over the rows hold up a keystroke.
  const groups = db
    .prepare<[], FacetGroup>(
      `SELECT state, section, language, count(*) AS count FROM article_rows INDEXED BY article_rows_by_facet
       GROUP BY state, section, language`,
    )
    .all()
  const shown = groups.filter(({ state }) => state !== 'withdrawn')
  return {
    states: sumBy(groups, 'state'),
    sections: sumBy(
      shown.filter(({ section }) => section !== ''),
      'section',
    ),
    languages: sumBy(shown, 'language'),
  }
}

type FacetGroup = Readonly<{ state: string; section: string; language: string; count: number }>

function sumBy(groups: readonly FacetGroup[], column: 'state' | 'section' | 'language') {
  const sums: Record<string, number> = {}
  for (const group of groups) sums[group[column]] = (sums[group[column]] ?? 0) + group.count
  return sums
}

/** FTS5 expressions for all phrases of a query: as they are, and (`begun`) the last as a prefix. */
type Match = Readonly<{ whole: string; begun: string }>

/** What is found has the last phrase as a prefix: it may still be being typed. */
function matchExpression(text: string): Match | undefined {
  const phrases = queryPhrases(text)
  if (phrases.length === 0) return undefined
  const whole = phrases.map((phrase) => `"${phrase}"`).join(' AND ')
  return { whole, begun: `${whole} *` }
}

function holding(match: string): Condition {
  const sql = `number IN (SELECT rowid / ${partsPerArticle} FROM article_search WHERE article_search MATCH ?)`
  return { sql, values: [match] }
}

function filters(query: ArticleQuery): readonly Condition[] {
  const states: readonly WorkflowState[] = query.states
  return [
    states.length > 0 ? oneOf('state', states) : { sql: "state <> 'withdrawn'", values: [] },
    ...(query.sections.length > 0 ? [oneOf('section', query.sections)] : []),
    ...(query.languages.length > 0 ? [oneOf('language', query.languages)] : []),
  ]
}

function join(conditions: readonly Condition[]): Readonly<{ where: string; values: Condition['values'] }> {
  return {
    where: conditions.map((condition) => condition.sql).join(' AND '),
    values: conditions.flatMap((condition) => condition.values),
  }
}

function oneOf(column: string, values: readonly string[]): Condition {
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, values }
}

function readRow(row: StoredRow): ArticleRow {
  const { article, changedSinceApproval, internal, held, ...rest } = row
  return {
    ...rest,
    id: article,
    changedSinceApproval: changedSinceApproval === 1,
    internal: internal === 1,
    held: held === 1,
  }
}
