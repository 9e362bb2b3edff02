import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleUpdate } from '#documents/article.ts'
import { blockText } from '#domain/blocks.ts'
import {
  createArticle,
  documentOne,
  documentTwo,
  makeArticle,
  makeDocuments,
  typeText,
} from '#tests/workspace/make-documents.ts'
import { makeClock, makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { decodeBase64 } from './base64.ts'
import type { DocumentService } from './document-service.ts'

const hour = 3_600_000

function counts({ read }: ReturnType<typeof makeStore>) {
  return read
    .prepare(
      `SELECT (SELECT count(*) FROM updates) AS updates, (SELECT count(*) FROM snapshots) AS snapshots,
              (SELECT count(*) FROM versions) AS versions, (SELECT count(*) FROM revisions) AS revisions`,
    )
    .get()
}

async function typeMany(documents: DocumentService, times: number, document = documentOne): Promise<number> {
  const typed = Array.from({ length: times }, (_, n) =>
    documents.edit(document, 'lan', (doc) => typeText(doc, `${n},`)),
  )
  const edited = await Promise.all(typed)
  return Math.max(...edited.map((edit) => (edit.ok ? edit.value : 0)))
}

function textOf(documents: DocumentService, document = documentOne): string {
  const article = documents.read(document)
  return article.ok ? article.value.blocks.map(blockText).join('|') : article.failure.code
}

test('closing a document with many rows leaves one state, the same text, its authors and a revision', async () => {
  const folder = `${makeFolder()}/w`
  const store = makeStore({ folder })
  const { documents } = makeDocuments({ store })
  await createArticle(documents)
  await typeMany(documents, 70)
  const before = { text: textOf(documents), contributions: documents.contributions(documentOne) }
  documents.close(documentOne)
  expect(counts(store)).toEqual({ updates: 0, snapshots: 1, versions: 1, revisions: 1 })
  store.close()
  const again = makeDocuments({ store: makeStore({ folder }) })
  expect({
    text: textOf(again.documents),
    contributions: again.documents.contributions(documentOne),
  }).toEqual(before)
  await typeMany(again.documents, 1)
  expect(again.documents.reached(documentOne)).toEqual({ [store.device]: 72 })
})

test('closing a document with few rows compacts nothing', async () => {
  const { documents, store } = makeDocuments()
  await createArticle(documents)
  await typeMany(documents, 3)
  documents.close(documentOne)
  expect(counts(store)).toMatchObject({ updates: 4, snapshots: 0, versions: 0 })
})

test('the sweep compacts what lies quiet and nothing that is being written', async () => {
  const clock = makeClock()
  const { documents, store } = makeDocuments({ clock })
  await createArticle(documents)
  await typeMany(documents, 10)
  clock.move(hour)
  await createArticle(documents, documentTwo)
  await typeMany(documents, 10, documentTwo)
  expect(documents.sweep()).toBe(1)
  expect(counts(store)).toMatchObject({ updates: 11, snapshots: 1, versions: 1 })
  expect(documents.sweep()).toBe(0)
})

test('compaction keeps no second revision of a content that is kept already', async () => {
  const clock = makeClock()
  const { documents, store } = makeDocuments({ clock })
  await createArticle(documents)
  await typeMany(documents, 10)
  documents.keepRevision('v1', documentOne, 'named', 'Bản cuối', 'lan')
  clock.move(hour)
  expect(documents.sweep()).toBe(1)
  expect(counts(store)).toMatchObject({ versions: 1, revisions: 1 })
})

test('a document that does not load whole is left as it is', async () => {
  const clock = makeClock()
  const { documents, store } = makeDocuments({ clock })
  await createArticle(documents)
  await typeMany(documents, 10)
  store.write((db) => db.prepare('DELETE FROM updates WHERE seq = 4').run())
  clock.move(hour)
  expect(documents.sweep()).toBe(0)
  expect(counts(store)).toMatchObject({ updates: 10, snapshots: 0 })
})

test('on a full disk compaction changes nothing', async () => {
  const clock = makeClock()
  const { documents, store } = makeDocuments({ clock })
  await createArticle(documents, documentOne, makeArticle(['chữ '.repeat(20_000)]))
  await typeMany(documents, 10)
  clock.move(hour)
  store.write((db) => db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`))
  expect(documents.sweep()).toBe(0)
  expect(counts(store)).toEqual({ updates: 11, snapshots: 0, versions: 0, revisions: 0 })
})

test('a follower whose position was compacted away gets the whole state and misses nothing', async () => {
  const clock = makeClock()
  const { documents } = makeDocuments({ clock })
  await createArticle(documents)
  const state = documents.state(documentOne)
  const doc = new Y.Doc()
  if (state.ok) Y.applyUpdate(doc, state.value.update)
  await typeMany(documents, 10)
  clock.move(hour)
  documents.sweep()
  const newest = await typeMany(documents, 1)
  const { value: event } = await documents.follow(documentOne, state.ok ? state.value.seq : 0).next()
  expect(event).toMatchObject({ kind: 'updates', seq: newest })
  if (event?.kind === 'updates') for (const update of event.updates) Y.applyUpdate(doc, decodeBase64(update))
  const now = documents.state(documentOne)
  expect(now.ok && Buffer.from(Y.encodeStateAsUpdate(doc)).equals(Buffer.from(now.value.update))).toBe(true)
})

test('a revision is kept under its hash and its moment, once for each id', async () => {
  const { documents, store } = makeDocuments({ nameOf: (profile) => (profile === 'lan' ? 'Nguyễn Lan' : '') })
  await createArticle(documents)
  const kept = documents.keepRevision('v1', documentOne, 'named', 'Bản 1', 'lan')
  expect(kept).toMatchObject({
    value: { id: 'v1', by: { id: 'lan', name: 'Nguyễn Lan' }, reason: 'named', name: 'Bản 1', words: 4 },
  })
  await typeMany(documents, 1)
  expect(documents.keepRevision('v1', documentOne, 'named', 'khác', 'lan')).toEqual(kept)
  expect(counts(store)).toMatchObject({ versions: 1, revisions: 1 })
  expect(kept.ok && documents.revision(kept.value.revision)).toMatchObject({ value: makeArticle() })
  expect(documents.revision('0'.repeat(64))).toMatchObject({ failure: { code: 'revision-unknown' } })
})

test('a replaced document is nowhere as it was: not in its rows, not in the log of writes (SEC1)', async () => {
  const folder = `${makeFolder()}/w`
  const store = makeStore({ folder })
  const { documents } = makeDocuments({ store })
  await createArticle(documents, documentOne, makeArticle(['CANARY-TUYỆT-MẬT', 'Thường.']))
  const before = documents.state(documentOne)
  const replaced = documents.replace(documentOne, articleUpdate(makeArticle(['Thường.'])))
  store.scrub()
  expect(textOf(documents)).toBe('Tít bài|Thường.')
  const { value: event } = await documents.follow(documentOne, before.ok ? before.value.seq : 0).next()
  expect(event).toEqual({ kind: 'replaced', seq: replaced.ok ? replaced.value : 0 })
  store.close()
  const files = readdirSync(folder).filter((name) => statSync(`${folder}/${name}`).isFile())
  const found = files.filter((name) => readFileSync(`${folder}/${name}`).includes('CANARY'))
  expect(found).toEqual([])
})
