import { copyDatabase, faultOf } from './copy.ts'
import { numberOf, openForReading } from './database.ts'
import { fileKind } from './header.ts'
import { newestSchema } from './migrations.ts'

/** What may take minutes on a large database and must not keep anybody from typing. */
export type DatabaseTask =
  | Readonly<{ kind: 'copy'; database: string; target: string }>
  | Readonly<{ kind: 'check'; database: string; depth: 'quick_check' | 'integrity_check' }>
  | Readonly<{ kind: 'look'; database: string }>

/** `fault` is null when all is well. */
export type DatabaseAnswer = Readonly<{ fault: string | null; code: string; articles: number }>

/** Does one task; what goes wrong is in the answer. */
export function doDatabaseTask(task: DatabaseTask): DatabaseAnswer {
  try {
    return { fault: null, code: '', articles: 0, ...perform(task) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { fault: error instanceof Error ? error.message : String(error), code, articles: 0 }
  }
}

function perform(task: DatabaseTask): Partial<DatabaseAnswer> {
  switch (task.kind) {
    case 'copy':
      return copy(task.database, task.target)
    case 'check':
      return { fault: faultOf(task.database, task.depth) ?? null }
    case 'look':
      return look(task.database)
  }
}

function copy(database: string, target: string): Partial<DatabaseAnswer> {
  const db = openForReading(database)
  try {
    copyDatabase(db, target)
    return {}
  } finally {
    db.close()
  }
}

/** Is it a whole workspace that this program can open, and how many articles are in it? */
function look(database: string): Partial<DatabaseAnswer> {
  if (fileKind(database) !== 'workspace') return { fault: 'The file is no workspace database' }
  const fault = faultOf(database, 'integrity_check')
  if (fault !== undefined) return { fault }
  const db = openForReading(database)
  try {
    if (numberOf(db, 'user_version') > newestSchema) return { fault: 'The file is of a newer Trạm Tin' }
    const row = db
      .prepare<[], { articles: number }>(
        "SELECT count(*) AS articles FROM documents WHERE id >= 'article:' AND id < 'article;'",
      )
      .get()
    return { articles: row?.articles ?? 0 }
  } finally {
    db.close()
  }
}
