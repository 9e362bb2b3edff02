import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { articleUpdate } from '#documents/article.ts'
import { documentOne, makeArticle, makeDocuments } from '#tests/workspace/make-documents.ts'
import { makeClock, makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { numberOf } from './database.ts'
import { migrate } from './migrate.ts'
import { newestSchema } from './migrations.ts'
import { openStore } from './open-store.ts'
import { workspacePaths } from './paths.ts'

/** A workspace as the program at an earlier schema left it. */
function makeOldWorkspace(version: number): string {
  const folder = makeFolder()
  const db = new Database(workspacePaths(folder).database)
  db.pragma('journal_mode = WAL')
  migrate(db, version)
  db.prepare("INSERT INTO documents (id, language, created_at, created_by) VALUES (?, 'vi', 1, 'lan')").run(
    documentOne,
  )
  db.prepare(
    `INSERT INTO updates (document, device, device_sequence, profile, recorded_at, schema, bytes)
     VALUES (?, 'd', 1, 'lan', 1, 1, ?)`,
  ).run(documentOne, articleUpdate(makeArticle()))
  db.prepare("INSERT INTO contributions VALUES (?, 'd', 1, 1, 'lan')").run(documentOne)
  db.prepare("INSERT INTO batches VALUES ('c', 'b', 1, 1)").run()
  db.close()
  return folder
}

test('migration 2 keeps every row of 1, and a checked copy of the database before it', () => {
  const folder = makeOldWorkspace(1)
  const { documents, store } = makeDocuments({ store: makeStore({ folder, clock: makeClock() }) })
  expect(numberOf(store.read, 'user_version')).toBe(newestSchema)
  expect(documents.read(documentOne)).toMatchObject({ value: makeArticle() })
  expect(store.read.prepare('SELECT client, profile FROM updates').all()).toEqual([
    { client: '', profile: 'lan' },
  ])
  const [copy = ''] = readdirSync(workspacePaths(folder).backups)
  expect(copy).toMatch(/-migration\.sqlite$/)
  const before = new Database(join(workspacePaths(folder).backups, copy), { readonly: true })
  expect(numberOf(before, 'user_version')).toBe(1)
  expect(before.prepare('SELECT count(*) AS n FROM updates').get()).toEqual({ n: 1 })
  before.close()
})

test('a database at the newest schema is not copied on every start', () => {
  const folder = makeFolder()
  makeStore({ folder }).close()
  makeStore({ folder })
  expect(readdirSync(workspacePaths(folder).backups)).toEqual([])
})

test('a migration that fails leaves the database as it was (SAFE3)', () => {
  const folder = makeOldWorkspace(1)
  const { database } = workspacePaths(folder)
  const db = new Database(database)
  db.exec('ALTER TABLE documents ADD COLUMN replaced_seq INTEGER')
  db.close()
  expect(openStore(workspacePaths(folder), makeClock())).toMatchObject({
    ok: false,
    failure: { code: 'database-damaged', facts: { detail: expect.stringContaining('replaced_seq') } },
  })
  const after = new Database(database)
  expect(numberOf(after, 'user_version')).toBe(1)
  expect(after.prepare('SELECT count(*) AS n FROM updates').get()).toEqual({ n: 1 })
  expect(
    after.prepare("SELECT count(*) AS n FROM pragma_table_info('updates') WHERE name = 'client'").get(),
  ).toEqual({
    n: 0,
  })
  after.close()
})
