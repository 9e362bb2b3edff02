import type { Database, Statement } from 'better-sqlite3'

const statementsOf = new WeakMap<Database, Map<string, Statement>>()

/** A statement prepared once for each handle; typing runs the same few thousands of times. Never iterate one. */
export function prepared<Parameters extends readonly unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Statement<[...Parameters], Row> {
  const known = statementsOf.get(db) ?? new Map<string, Statement>()
  statementsOf.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement as Statement as Statement<[...Parameters], Row>
}
