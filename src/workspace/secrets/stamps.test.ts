import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocumentEvent } from '#contract/documents.ts'
import { articleUpdate, changeArticle, setMetadata } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { encodeBase64 } from '../documents/base64.ts'
import { makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'

const block = (id: string, text: string): Block => ({ id, kind: 'paragraph', runs: [{ text, marks: {} }] })
const articleOf = (...blocks: Block[]) => ({ metadata: emptyMetadata, blocks })

async function makeTypist() {
  const workspace = await makeWorkspace()
  const { owner, ownerId } = await makeNewsroom(workspace)
  const { id } = await owner.articles.create({ id: uuidv7(), title: 'Bài' })
  const document = articleDocument(id)
  const doc = new Y.Doc()
  const state = await owner.documents.open({ document })
  Y.applyUpdate(doc, Buffer.from(state.update, 'base64'))
  async function type(blocks: Block[], typingIn: string | null) {
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array) => void updates.push(update)
    doc.on('update', collect)
    changeArticle(doc, articleOf(...blocks))
    doc.off('update', collect)
    await owner.documents.append({
      document,
      client: 'window',
      batch: uuidv7(),
      updates: updates.map(encodeBase64),
      typingIn,
    })
  }
  return { workspace, owner, ownerId, id, document, doc, type }
}

test('a stamp is not judged while the caret is in its block, and is when it leaves (SEC1)', async () => {
  const { owner, id, document, type } = await makeTypist()
  await type([block('a', 'MẬT')], 'a')
  expect((await owner.articles.get({ id })).held).toBe(false)
  await type([block('a', 'MẬT ong rừng')], 'a')
  await owner.documents.settle({ document })
  expect((await owner.articles.get({ id })).held).toBe(false)
  await type([block('a', 'TỐI MẬT')], 'a')
  await owner.documents.settle({ document })
  expect((await owner.articles.get({ id })).held).toBe(true)
  expect(await owner.secrets.hits({ document })).toMatchObject([
    { block: 'a', stamp: 'secret', excerpt: 'TỐI MẬT' },
  ])
})

test('a document with a hit, or with a stamp still being typed, is not sent for review (SEC1)', async () => {
  const { owner, document, type } = await makeTypist()
  await type([block('a', 'Nội dung'), block('b', 'Tuyệt mật')], 'b')
  await expect(owner.workflow.submit({ id: uuidv7(), document })).rejects.toMatchObject({
    data: { code: 'secret-stamp', facts: { stamp: 'topSecret' } },
  })
})

test('a false alarm is dismissed with a reason and not asked about again', async () => {
  const { owner, id, document, type } = await makeTypist()
  await type([block('a', 'Mật')], null)
  const [hit] = await owner.secrets.hits({ document })
  await owner.secrets.dismiss({ hit: hit!.hit, document, reason: 'Tên một món ăn' })
  expect(await owner.secrets.hits({ document })).toEqual([])
  await type([block('a', 'Mật'), block('b', 'thêm')], null)
  expect((await owner.articles.get({ id })).held).toBe(false)
  await expect(owner.workflow.submit({ id: uuidv7(), document })).resolves.toMatchObject({
    state: 'inReview',
  })
})

test('words changed by hand are no hit any more', async () => {
  const { owner, id, document, type } = await makeTypist()
  await type([block('a', 'MẬT')], null)
  expect(await owner.secrets.hits({ document })).toHaveLength(1)
  await type([block('a', 'Mật ong')], null)
  expect(await owner.secrets.hits({ document })).toEqual([])
  expect((await owner.articles.get({ id })).held).toBe(false)
})

test('a new document with a stamp is refused before anything holds it (SEC1)', async () => {
  const { workspace, ownerId } = await makeTypist()
  const document = articleDocument(uuidv7())
  const update = articleUpdate(articleOf(block('a', 'ỦY BAN\nTỐI MẬT')))
  const created = await workspace.services.documents.create(document, 'vi', update, ownerId)
  expect(created).toMatchObject({ ok: false, failure: { code: 'secret-stamp' } })
  expect(workspace.services.documents.exists(document)).toBe(false)
})

test('a purge gives a block its earlier safe text back and tells windows to drop their copy', async () => {
  const { owner, document, type, workspace } = await makeTypist()
  await type([block('a', 'Câu hiền lành.'), block('b', 'Câu khác.')], null)
  await owner.revisions.keep({ id: uuidv7(), document, name: 'lành' })
  const { seq } = await owner.documents.open({ document })
  const follower = (await owner.documents.follow({ document, after: seq }))[Symbol.asyncIterator]()
  await type([block('a', 'TỐI MẬT\nCANARY'), block('b', 'Câu khác.')], null)
  const [hit] = await owner.secrets.hits({ document })
  await owner.secrets.purge({ id: uuidv7(), hit: hit!.hit, document, scope: 'block' })
  const now = workspace.services.documents.read(document)
  expect(now.ok && now.value.blocks.map((each) => each.runs[0]?.text)).toEqual([
    'Câu hiền lành.',
    'Câu khác.',
  ])
  const kinds: string[] = []
  while (!kinds.includes('replaced')) kinds.push(((await follower.next()).value as DocumentEvent).kind)
  await follower.return?.(undefined)
  expect((await owner.revisions.list({ document })).map((row) => row.reason)).toContain('purged')
})

test('what a window that slept still sends of a purged text is not stored (SEC1)', async () => {
  const { owner, document, type, workspace, doc } = await makeTypist()
  await type([block('a', 'TỐI MẬT\nCANARY-9'), block('b', 'Câu.')], null)
  const [hit] = await owner.secrets.hits({ document })
  await owner.secrets.purge({ id: uuidv7(), hit: hit!.hit, document, scope: 'block' })
  const whole = encodeBase64(Y.encodeStateAsUpdate(doc))
  await owner.documents.append({
    document,
    client: 'asleep',
    batch: uuidv7(),
    updates: [whole],
    typingIn: null,
  })
  const rows = workspace.services.store.read.prepare('SELECT bytes FROM updates').pluck().all() as Buffer[]
  expect(rows.some((bytes) => bytes.includes('CANARY-9'))).toBe(false)
})

test('a stamp in the metadata holds the text back, and a purge empties that field only (SEC1)', async () => {
  const { workspace, owner, ownerId, id, document, type } = await makeTypist()
  await type([block('a', 'Câu.')], null)
  await workspace.services.documents.edit(document, ownerId, (doc) => setMetadata(doc, 'topic', 'Tối mật'))
  expect((await owner.articles.get({ id })).held).toBe(true)
  const [hit] = await owner.secrets.hits({ document })
  expect(hit).toMatchObject({ block: 'meta/topic', excerpt: 'Tối mật' })
  await owner.secrets.purge({ id: uuidv7(), hit: hit!.hit, document, scope: 'block' })
  const now = workspace.services.documents.read(document)
  expect(now.ok && now.value).toMatchObject({ metadata: { topic: '' }, blocks: [{ id: 'a' }] })
  expect((await owner.articles.get({ id })).held).toBe(false)
})
