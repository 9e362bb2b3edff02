import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import {
  createArticle,
  documentOne,
  documentTwo,
  makeArticle,
  makeDocuments,
  typeText,
} from '#tests/workspace/make-documents.ts'
import { makeClock, makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { createEventService } from '../events/event-service.ts'
import { openStore } from '../store/open-store.ts'
import { workspacePaths } from '../store/paths.ts'
import { decideRestore, restoredCopy } from '../store/restoration.ts'
import { createMaintenance } from './maintenance-service.ts'
import { restoreWorkspace } from './restore.ts'

function makeMaintenance(folder = `${makeFolder()}/w`) {
  const clock = makeClock()
  const store = makeStore({ folder, clock })
  const { documents } = makeDocuments({ store, clock })
  const paths = workspacePaths(folder)
  let rebuilt = 0
  const maintenance = createMaintenance({
    store,
    paths,
    clock,
    documents,
    events: createEventService(),
    assets: { pathOf: (hash) => join(paths.assets, hash) },
    projections: [
      {
        name: 'test',
        rebuild: async () => {
          rebuilt += 1
        },
      },
    ],
    verifyRecords: () => ({ outcome: 'valid', records: 3, newsroom: 'Báo Thái Nguyên', problems: [] }),
  })
  return { folder, clock, store, documents, paths, maintenance, rebuilt: () => rebuilt }
}

test('a backup holds what was acknowledged, is checked, and has no keys in it', async () => {
  const { maintenance, documents, paths, store } = makeMaintenance()
  writeFileSync(join(paths.keys, 'lan'), 'CHÌA-KHÓA-RIÊNG')
  await createArticle(documents)
  await createArticle(documents, documentTwo)
  const made = await maintenance.backup()
  expect(made).toMatchObject({ ok: true, value: { intact: true, articles: 2 } })
  expect(await maintenance.backups()).toEqual([made.ok && made.value])
  const bytes = readFileSync(join(paths.backups, readdirSync(paths.backups)[0] ?? ''))
  expect(bytes.includes('CHÌA-KHÓA-RIÊNG')).toBe(false)
  expect(store.read.open).toBe(true)
})

test('a broken backup is shown as broken and refused, and the workspace stays as it is', async () => {
  const { maintenance, documents, paths } = makeMaintenance()
  await createArticle(documents)
  const made = await maintenance.backup()
  const name = made.ok ? made.value.name : ''
  const file = join(paths.backups, name)
  const bytes = readFileSync(file)
  bytes.fill(0xff, 4096, 12_000)
  writeFileSync(file, bytes)
  expect(await maintenance.backups()).toMatchObject([{ name, intact: false }])
  expect(await maintenance.prepareRestore(name)).toMatchObject({
    ok: false,
    failure: { code: 'backup-invalid' },
  })
  expect(await maintenance.prepareRestore('../keys/lan')).toMatchObject({ failure: { code: 'not-found' } })
  expect(existsSync(restoredCopy(paths))).toBe(false)
})

test('a restore brings the text back under a new device id and keeps the replaced database', async () => {
  const first = makeMaintenance()
  await createArticle(first.documents)
  const made = await first.maintenance.backup()
  const name = made.ok ? made.value.name : ''
  await first.documents.edit(documentOne, 'lan', (doc) => typeText(doc, ' Sau bản sao lưu.'))
  const prepared = await first.maintenance.prepareRestore(name)
  first.store.close()
  const second = makeMaintenance(first.folder)
  expect(second.documents.read(documentOne)).toMatchObject({ value: makeArticle() })
  expect(second.store.device).not.toBe(first.store.device)
  expect(second.store.workspaceId).toBe(first.store.workspaceId)
  const kept = new Database(join(first.folder, prepared.ok ? prepared.value.kept : ''))
  expect(kept.prepare('SELECT count(*) AS n FROM updates').get()).toEqual({ n: 2 })
  kept.close()
})

test('a workspace too damaged to open is restored from outside', async () => {
  const first = makeMaintenance()
  await createArticle(first.documents)
  const made = await first.maintenance.backup()
  first.store.close()
  writeFileSync(first.paths.database, 'hỏng')
  const refused = openStore(first.paths, first.clock)
  expect(refused).toMatchObject({ ok: false, failure: { code: 'database-damaged' } })
  const backup =
    !refused.ok && refused.failure.code === 'database-damaged' ? refused.failure.facts.backup : null
  expect(backup).toBe(made.ok && made.value.name)
  expect(await restoreWorkspace(first.folder, backup ?? '')).toMatchObject({ ok: true })
  const second = makeMaintenance(first.folder)
  expect(second.documents.read(documentOne)).toMatchObject({ ok: true })
})

test('a restore from outside waits for no owner: it is refused while one lives', async () => {
  const { folder, maintenance } = makeMaintenance()
  const made = await maintenance.backup()
  const restored = await restoreWorkspace(folder, made.ok ? made.value.name : '')
  expect(restored).toMatchObject({ ok: false, failure: { code: 'workspace-in-use' } })
})

test('a restore cut off between its renames is finished by the next start (SAFE3)', async () => {
  const first = makeMaintenance()
  await createArticle(first.documents)
  const made = await first.maintenance.backup()
  first.store.close()
  copyFileSync(join(first.paths.backups, made.ok ? made.value.name : ''), restoredCopy(first.paths))
  decideRestore(first.paths, 'replaced-x.sqlite')
  renameSync(first.paths.database, join(first.folder, 'replaced-x.sqlite'))
  const second = makeMaintenance(first.folder)
  expect(second.documents.read(documentOne)).toMatchObject({ ok: true })
  expect(existsSync(restoredCopy(first.paths))).toBe(false)
})

test('rebuild makes the projections again', async () => {
  const { maintenance, documents, rebuilt } = makeMaintenance()
  await createArticle(documents)
  expect(await maintenance.rebuild()).toEqual({ documents: 1, records: 0 })
  expect(rebuilt()).toBe(1)
})

test('verify passes a whole workspace and names what is broken in another', async () => {
  const { maintenance, documents, paths, store } = makeMaintenance()
  await createArticle(documents)
  await createArticle(documents, documentTwo)
  documents.keepRevision('v1', documentOne, 'named', '', 'lan')
  expect(await maintenance.verify()).toEqual({
    kind: 'workspace',
    outcome: 'valid',
    files: 1,
    records: 3,
    newsroom: 'Báo Thái Nguyên',
    problems: [],
  })
  const asset = 'b'.repeat(64)
  store.write((db) => {
    db.prepare("UPDATE updates SET bytes = x'010203' WHERE document = ?").run(documentTwo)
    db.prepare("UPDATE revisions SET body = replace(body, 'Một', 'Hai')").run()
    db.prepare(
      "INSERT INTO assets (hash, bytes, media_type, name, added_at) VALUES (?, 1, 'x', 'a.jpg', 0)",
    ).run(asset)
    db.prepare(
      "INSERT INTO assets (hash, bytes, media_type, name, added_at) VALUES (?, 1, 'x', 'b.jpg', 0)",
    ).run('c'.repeat(64))
    db.prepare('DELETE FROM contributions WHERE document = ?').run(documentOne)
  })
  writeFileSync(join(paths.assets, asset), 'khác')
  const verdict = await maintenance.verify()
  expect(verdict.outcome).toBe('damaged')
  expect(verdict.problems.map(({ code, file }) => `${code} ${file.slice(0, 8)}`)).toEqual([
    'document-damaged article:',
    'author-missing article:',
    'revision-damaged article:',
    'asset-damaged bbbbbbbb',
    'asset-missing cccccccc',
  ])
})
