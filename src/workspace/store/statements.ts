import type { Database, Statement } from 'better-sqlite3'

type Kept<Parameters extends readonly unknown[], Row> = Pick<
  Statement<[...Parameters], Row>,
  'get' | 'all' | 'run'
>

const statementsOf = new WeakMap<Database, Map<string, Statement>>()

/**
 * A statement prepared once for each handle; typing runs the same few thousands of times. All who run the same words share
 * it, so nobody may change what it answers with, nor leave it half read.
 */
export function prepared<Parameters extends readonly unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Kept<Parameters, Row> {
  return statement(db, sql, () => db.prepare(sql)) as Statement as Kept<Parameters, Row>
}

/** The same of a query for one column: answers its values. */
export function preparedColumn<Parameters extends readonly unknown[], Value = unknown>(
  db: Database,
  sql: string,
): Kept<Parameters, Value> {
  return statement(db, `column of ${sql}`, () => db.prepare(sql).pluck()) as Statement as Kept<
    Parameters,
    Value
  >
}

function statement(db: Database, name: string, prepare: () => Statement): Statement {
  const known = statementsOf.get(db) ?? new Map<string, Statement>()
  statementsOf.set(db, known)
  const found = known.get(name) ?? prepare()
  known.set(name, found)
  return found
}
