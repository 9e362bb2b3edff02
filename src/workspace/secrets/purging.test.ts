import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createRouterClient } from '@orpc/server'
import Database from 'better-sqlite3'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleUpdate, changeArticle, readArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { encodeBase64 } from '../documents/base64.ts'
import { findResource } from '../files/resources.ts'
import { receiveUpload, uploadsFolder } from '../files/uploads.ts'
import { makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import type { Workspace } from '../workspace.ts'

const pin = '280926'
const block = (id: string, text: string): Block => ({ id, kind: 'paragraph', runs: [{ text, marks: {} }] })
const openPurges = (workspace: Workspace) =>
  workspace.services.store.read.prepare('SELECT id FROM purges').pluck().all()

async function makeStamped(folder = join(makeFolder(), 'kho')) {
  const workspace = await makeWorkspace(folder)
  const { owner, ownerId } = await makeNewsroom(workspace)
  const { id } = await owner.articles.create({ id: uuidv7(), title: 'Bài' })
  const document = articleDocument(id)
  const write = (...blocks: Block[]) =>
    workspace.services.documents.edit(document, ownerId, (doc) =>
      changeArticle(doc, { metadata: emptyMetadata, blocks }),
    )
  await write(block('a', 'Câu ở lại.'), block('b', 'TỐI MẬT\nSố liệu'))
  const [hit] = await owner.secrets.hits({ document })
  const order = { id: uuidv7(), hit: hit?.hit ?? '', document, scope: 'block' as const }
  return { workspace, owner, ownerId, id, document, write, order, folder }
}

test('a purge that a reader keeps from emptying the log is not called done, and is finished later (SEC1)', async () => {
  const { workspace, owner, id, document, order } = await makeStamped()
  const reader = new Database(workspace.services.store.read.name, { readonly: true })
  reader.exec('BEGIN; SELECT count(*) FROM documents')
  reader.prepare('SELECT count(*) FROM documents').get()
  await expect(owner.secrets.purge(order)).rejects.toMatchObject({ data: { code: 'write-failed' } })
  reader.close()
  expect(openPurges(workspace)).toEqual([order.hit])
  expect((await owner.articles.get({ id })).held).toBe(true)
  await expect(owner.workflow.submit({ id: uuidv7(), document })).rejects.toMatchObject({
    data: { code: 'secret-unjudged' },
  })
  await owner.secrets.purge(order)
  expect(openPurges(workspace)).toEqual([])
  expect((await owner.articles.get({ id })).held).toBe(false)
}, 60_000)

test('a purge that cannot be finished keeps nobody out of the workspace', async () => {
  const { workspace, document, ownerId, order, folder } = await makeStamped()
  await workspace.close()
  const raw = new Database(join(folder, 'workspace.sqlite'))
  raw.exec("UPDATE updates SET bytes = x'ff'; UPDATE snapshots SET bytes = x'ff'")
  raw
    .prepare("INSERT INTO purges (id, document, block, profile, step, at) VALUES (?, ?, 'b', ?, 'edit', 0)")
    .run(order.hit, document, ownerId)
  raw.close()
  const again = await makeWorkspace(folder)
  expect(openPurges(again)).toEqual([order.hit])
  const other = articleDocument(uuidv7())
  const update = articleUpdate({ metadata: emptyMetadata, blocks: [block('a', 'Bài khác.')] })
  expect(await again.services.documents.create(other, 'vi', update, ownerId)).toMatchObject({ ok: true })
})

test('a purge is signed for by who decided it, and a repeat deletes nothing that was typed since', async () => {
  const { workspace, owner, ownerId, document, write, order } = await makeStamped()
  await owner.secrets.purge(order)
  await write(block('a', 'Câu ở lại.'), block('b', 'Viết lại sạch sẽ.'))
  const again = await owner.secrets.purge(order)
  expect(again).toEqual({ backupsCleaned: 0, backupsDropped: 0, memoryUnits: 0, terms: [] })
  const now = workspace.services.documents.read(document)
  expect(now.ok && now.value.blocks[1]?.runs[0]?.text).toBe('Viết lại sạch sẽ.')
  expect(workspace.services.records.ofDocument(document).map(({ record }) => record)).toMatchObject([
    { kind: 'purge', id: order.id, signer: ownerId, block: 'b' },
  ])
  expect(await owner.maintenance.verify()).toMatchObject({ outcome: 'valid' })
})

test('a purge takes what the memory holds of the words, and names the entries of terms and people that do (SEC1)', async () => {
  const { workspace, owner, document, write } = await makeStamped()
  await write(block('a', 'Câu ở lại.'), block('b', 'TỐI MẬT\nKế hoạch Bạch Đằng Hai'))
  const [hit] = await owner.secrets.hits({ document })
  for (const [unit, text] of ['Theo kế hoạch  Bạch Đằng Hai, quân số tăng.', 'Câu khác.'].entries()) {
    const texts = ['vi', 'en'].map((language) => ({ language, text: [text] }))
    await owner.memory.edit({ id: uuidv7(), unit: `tay-${unit}`, texts })
  }
  const [known] = (await owner.terms.get()).concepts
  await owner.terms.saveConcept({ concept: { ...known!, note: 'xem Kế hoạch Bạch Đằng Hai' } })
  const purged = await owner.secrets.purge({ id: uuidv7(), hit: hit!.hit, document, scope: 'block' })
  expect(purged).toMatchObject({ memoryUnits: 1, terms: [known!.terms[0]!.text] })
  const { read } = workspace.services.store
  expect(read.prepare('SELECT id FROM tm_units').pluck().all()).toEqual(['tay-1'])
  expect(read.prepare("SELECT count(*) FROM tm_search WHERE tm_search MATCH 'bach'").pluck().get()).toBe(0)
  const edits = workspace.services.records.ofDocument('memory' as never)
  expect(edits.map(({ record }) => 'unit' in record && record.unit)).toEqual(['tay-1'])
  expect(await owner.maintenance.verify()).toMatchObject({ outcome: 'valid' })
})

test('a purge leaves no file that waits to be fetched, and takes an import under way out of the memory (SEC1)', async () => {
  const { workspace, owner, document, write } = await makeStamped()
  const { services } = workspace
  const secret = 'Kế hoạch Bạch Đằng Hai'
  await write(block('a', 'Câu ở lại.'), block('b', `TỐI MẬT\n${secret}`))
  const [hit] = await owner.secrets.hits({ document })
  const texts = ['vi', 'en'].map((language) => ({ language, text: [secret] }))
  await owner.memory.edit({ id: uuidv7(), unit: 'tay', texts })
  const exported = await owner.memory.exportFile({ id: uuidv7(), from: null, to: null, path: null })
  await services.jobs.ended(exported.job)
  const { url } = await owner.memory.download({ id: exported.job })
  const served = () => findResource(services, new URL(url, 'http://localhost'))
  expect((await served()).ok).toBe(true)
  const units = Array.from({ length: 20_000 }, (_, at) => unitXml(at === 0 ? secret : `Câu số ${at}`))
  const upload = Readable.from([
    `<?xml version="1.0"?><tmx version="1.4"><header/><body>${units.join('')}</body></tmx>`,
  ])
  const received = await receiveUpload(services, upload, {
    name: 'k.tmx',
    limit: 2 ** 30,
    declaredBytes: null,
  })
  if (!received.ok) throw new Error(received.failure.code)
  const { job } = await owner.memory.importFile({ id: uuidv7(), grant: received.value.id })
  const taken = () => services.store.read.prepare('SELECT count(*) FROM tm_units').pluck().get()
  await expect.poll(taken, { timeout: 20_000, interval: 5 }).toBeGreaterThan(1)
  await owner.secrets.purge({ id: uuidv7(), hit: hit!.hit, document, scope: 'block' })
  expect((await served()).ok).toBe(false)
  expect(services.jobs.get(job)).toMatchObject({ state: 'cancelled' })
  expect(taken()).toBe(0)
  expect(readdirSync(uploadsFolder(services.paths))).toEqual([])
})

function unitXml(text: string): string {
  return `<tu>${['vi', 'en'].map((tag) => `<tuv xml:lang="${tag}"><seg>${text}</seg></tuv>`).join('')}</tu>`
}

test('what a window was typing is judged when it closes the document, and when it is gone (SEC1)', async () => {
  const { workspace, owner, ownerId } = await makeStamped()
  for (const end of ['close', 'gone'] as const) {
    const { id } = await owner.articles.create({ id: uuidv7(), title: 'Bài' })
    const document = articleDocument(id)
    const [mine, other] = ['a', 'b'].map((client) => {
      const context = workspace.newClient(client, true)
      return { context, client: createRouterClient(workspace.router, { context }) }
    })
    async function type(window: typeof mine, key: string, text: string) {
      await window?.client.session.signIn({ profile: ownerId, pin })
      const updates = [encodeBase64(updateOf(workspace, document, block(key, text)))]
      const sent = { document, client: key, batch: uuidv7(), updates, typingIn: key }
      await window?.client.documents.append(sent)
    }
    await type(mine, 'a', 'TỐI MẬT')
    await type(other, 'b', 'Câu thường')
    expect((await owner.articles.get({ id })).held).toBe(false)
    if (end === 'close') await mine?.client.documents.close({ document })
    else if (mine) workspace.forgetClient(mine.context)
    expect((await owner.articles.get({ id })).held).toBe(true)
  }
})

test('a stamp in a translation is purged there, the article untouched; its comments and versions go along (SEC1)', async () => {
  for (const scope of ['block', 'article'] as const) {
    const { workspace, owner, id, write, document: source } = await makeStamped()
    await write(block('a', 'Câu ở lại.'), block('b', 'Câu khác.'))
    const { document } = await owner.translations.create({ article: id, language: 'en' })
    const { rows } = await owner.translations.rows({ document })
    for (const [index, target] of ['It stays.', 'TỐI MẬT'].entries()) {
      const { row } = rows[index] ?? { row: '' }
      await owner.translations.write({ document, row, before: [], target: [target] })
      await owner.translations.comment({ id: uuidv7(), document, row, text: `Về ${target}` })
    }
    const { revision } = await owner.revisions.keep({ id: uuidv7(), document, name: 'có dấu' })
    const before = workspace.services.documents.read(source)
    await owner.documents.close({ document })
    const [hit] = await owner.secrets.hits({ document })
    await owner.secrets.purge({ id: uuidv7(), hit: hit?.hit ?? '', document, scope })
    const left = (await owner.translations.rows({ document })).rows.map(({ target }) => plainText(target))
    expect(left).toEqual(scope === 'block' ? ['It stays.', ''] : ['', ''])
    const comments = (await owner.translations.comments({ document })).map(({ text }) => text)
    expect(comments).toEqual(scope === 'block' ? ['Về It stays.'] : [])
    expect(workspace.services.documents.revision(revision).ok).toBe(false)
    expect(workspace.services.documents.read(source)).toEqual(before)
    expect(await owner.secrets.hits({ document })).toEqual([])
    expect(openPurges(workspace)).toEqual([])
  }
})

/** What a window would send that adds a block to the document as it is. */
function updateOf(workspace: Workspace, document: ReturnType<typeof articleDocument>, added: Block) {
  const state = workspace.services.documents.state(document)
  if (!state.ok) throw new Error(state.failure.code)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state.value.update)
  const before = Y.encodeStateVector(doc)
  const { blocks } = readArticle(doc)
  changeArticle(doc, { metadata: emptyMetadata, blocks: [...blocks, added] })
  return Y.encodeStateAsUpdate(doc, before)
}
