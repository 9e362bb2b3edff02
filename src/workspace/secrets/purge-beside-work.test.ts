import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { changeArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import { withFreeLoop } from '#tests/workspace/held-loop.ts'
import { makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import type { Workspace } from '../workspace.ts'

const canary = 'Chim hoàng yến trong hầm mỏ'
/** Milliseconds nobody who types would complain of, on a machine that does other things too. */
const ceiling = 500

/** A workspace as large as a year makes it, with a backup of before an article and some of after. */
async function makeLarge() {
  const folder = join(makeFolder(), 'kho')
  const workspace = await makeWorkspace(folder)
  const { owner, ownerId } = await makeNewsroom(workspace)
  const { store, documents, paths } = workspace.services
  store.write((db) => {
    db.exec('CREATE TABLE padding (bytes BLOB NOT NULL) STRICT')
    const pad = db.prepare('INSERT INTO padding VALUES (randomblob(4000))')
    for (let row = 0; row < 10_000; row += 1) pad.run()
  })
  store.scrub()
  const before = await owner.maintenance.backup()
  const { id } = await owner.articles.create({ id: uuidv7(), title: 'Bài' })
  const document = articleDocument(id)
  const lines = ['Câu ở lại.', `TỐI MẬT\n${canary}`]
  const blocks = lines.map((text, at) => ({
    id: `b${at}`,
    kind: 'paragraph' as const,
    runs: [{ text, marks: {} }],
  }))
  await documents.edit(document, ownerId, (doc) => changeArticle(doc, { metadata: emptyMetadata, blocks }))
  const [hit] = await owner.secrets.hits({ document })
  const after = await owner.maintenance.backup()
  for (const day of ['20', '21', '22']) {
    copyFileSync(join(paths.backups, after.name), join(paths.backups, `2026-11-${day}T073713000Z.sqlite`))
  }
  const order = { id: uuidv7(), hit: hit?.hit ?? '', document, scope: 'block' as const }
  return { workspace, owner, document, order, before, after }
}

function filesHolding({ services: { paths } }: Workspace): readonly string[] {
  return readdirSync(paths.root, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(paths.root, name)
    return statSync(path).isFile() && readFileSync(path).includes(canary)
  })
}

test('a purge over large backups holds nobody up; a backup without the text stays as it is, and none gets company (SEC1)', async () => {
  const { workspace, owner, order, before } = await makeLarge()
  const { paths } = workspace.services
  const untouched = statSync(join(paths.backups, before.name)).mtimeMs
  expect(filesHolding(workspace).length).toBeGreaterThan(4)
  const purged = await withFreeLoop(ceiling, () => owner.secrets.purge(order))
  expect(purged).toMatchObject({ backupsCleaned: 5, backupsDropped: 0 })
  expect(filesHolding(workspace)).toEqual([])
  expect(statSync(join(paths.backups, before.name)).mtimeMs).toBe(untouched)
  expect(readdirSync(paths.backups).filter((name) => !name.endsWith('.sqlite'))).toEqual([])
  const listed = await withFreeLoop(ceiling, () => owner.maintenance.backups())
  expect(listed.map(({ intact }) => intact)).toEqual(Array(5).fill(true))
}, 120_000)

test('a restore is decided without holding anybody up, and a purge beside it reaches the copy that waits (SEC1)', async () => {
  const { workspace, owner, order, after } = await makeLarge()
  const [restored, purged] = await withFreeLoop(ceiling, () =>
    Promise.all([owner.maintenance.restore({ name: after.name }), owner.secrets.purge(order)]),
  )
  expect(restored.kept).toMatch(/^replaced-/)
  expect(purged).toMatchObject({ backupsCleaned: 6, backupsDropped: 0 })
  expect(filesHolding(workspace)).toEqual([])
}, 120_000)

test('a workspace that closes while backups are cleaned ends with the file in hand; the next start does the rest (SEC1)', async () => {
  const { workspace, owner, order } = await makeLarge()
  const { paths, store } = workspace.services
  const purging = owner.secrets.purge(order).then(
    () => undefined,
    (error: unknown) => error,
  )
  const isNoted = () => store.read.prepare("SELECT 1 FROM purges WHERE step = 'traces'").get() !== undefined
  await expect.poll(isNoted, { interval: 1, timeout: 20_000 }).toBe(true)
  await workspace.close()
  expect(await purging).toMatchObject({ data: { code: 'cancelled' } })
  const again = await makeWorkspace(paths.root)
  expect(again.services.store.read.prepare('SELECT count(*) FROM purges').pluck().get()).toBe(0)
  expect(readdirSync(paths.backups)).toHaveLength(5)
  await again.close()
  expect(filesHolding(again)).toEqual([])
}, 120_000)
