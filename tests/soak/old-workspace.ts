import { mkdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { articleUpdate } from '#documents/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import { makeArticle } from '#tests/workspace/article.ts'
import { migrate } from '#workspace/store/migrate.ts'
import { workspacePaths } from '#workspace/store/paths.ts'

/** A workspace as the program at an earlier schema left it, with some articles; answers their documents. */
export function makeOldWorkspace(folder: string, version: number, articles: number): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const db = new Database(workspacePaths(folder).database)
  db.pragma('journal_mode = WAL')
  migrate(db, version)
  const documents = Array.from({ length: articles }, (_, n) =>
    articleDocument(`0199b000-0000-7000-8000-${String(n).padStart(12, '0')}`),
  )
  db.transaction(() => {
    for (const [n, document] of documents.entries()) insertArticle(db, document, n + 1)
  })()
  db.close()
  return documents
}

function insertArticle(db: Database.Database, document: string, sequence: number): void {
  db.prepare("INSERT INTO documents (id, language, created_at, created_by) VALUES (?, 'vi', 1, 'lan')").run(
    document,
  )
  db.prepare(
    `INSERT INTO updates (document, device, device_sequence, profile, recorded_at, schema, bytes)
     VALUES (?, 'd', ?, 'lan', 1, 1, ?)`,
  ).run(document, sequence, articleUpdate(makeArticle([`Bài ${sequence}.`])))
  db.prepare("INSERT INTO contributions VALUES (?, 'd', ?, ?, 'lan')").run(document, sequence, sequence)
}
