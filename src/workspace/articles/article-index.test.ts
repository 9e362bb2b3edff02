import { setImmediate as tick } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { articleDocument, type DocumentId, termbaseDocument } from '#domain/document-id.ts'
import {
  createArticle,
  documentOne,
  documentTwo,
  makeArticle,
  makeDocuments,
  typeText,
} from '#tests/workspace/make-documents.ts'
import { makeFolder } from '#tests/workspace/make-store.ts'
import { createEventService } from '../events/event-service.ts'
import { openRecords } from '../records/open-records.ts'
import { makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import { type ArticleIndex, createArticleIndex } from './article-index.ts'
import { behindLog, isReachNoted } from './projected.ts'

type Store = ReturnType<typeof makeDocuments>['store']

/** Articles in a real store, and an index that finds them all when it is made. */
async function makeIndex({ articles = 0, judgeStamps = (_document: DocumentId) => false } = {}) {
  const { documents, store, clock } = makeDocuments()
  for (let count = 0; count < articles; count += 1) await createArticle(documents, numbered(count))
  const paths = { keys: makeFolder() }
  const { records } = openRecords({ store, paths, clock, contributions: documents.contributions })
  const reported: unknown[] = []
  const events = createEventService()
  function open(): ArticleIndex {
    const { workflowStateOf } = records
    const report = (error: unknown) => void reported.push(error)
    const parts = { store, documents, records, events, workflowStateOf, judgeStamps, report }
    const index = createArticleIndex(parts)
    onTestFinished(index.close)
    return index
  }
  return { documents, store, events, reported, open }
}

function numbered(count: number): DocumentId {
  return articleDocument(`0199a000-0000-7000-8001-${String(count).padStart(12, '0')}`)
}

function rows(store: Store): number {
  return Number(store.read.prepare('SELECT count(*) FROM article_rows').pluck().get())
}

/** SQLite itself says SQLITE_FULL when the file may not grow. */
function fill(store: Pick<Store, 'write'>, full: boolean): void {
  store.write((db) => {
    const pages = Number(db.pragma('page_count', { simple: true }))
    db.pragma(`max_page_count = ${full ? pages : 1_000_000}`)
  })
}

test('on a full disk queries are served from what is there, nothing dies, and the rest comes in when there is room', async () => {
  const { store, documents, open, reported } = await makeIndex()
  await createArticle(documents, documentOne)
  const index = open()
  index.catchUp()
  await createArticle(documents, documentTwo, makeArticle(['Một câu dài. '.repeat(2000)]))
  fill(store, true)
  index.catchUp()
  expect(() => index.project(documentTwo)).toThrow(/full/)
  expect(rows(store)).toBe(1)
  fill(store, false)
  await expect.poll(() => rows(store), { timeout: 8000 }).toBe(2)
  expect(reported).toEqual([])
})

test('making everything again lets others in between, and is done when it says so', async () => {
  const { store, open } = await makeIndex({ articles: 120 })
  const index = open()
  await index.rebuild()
  let ticks = 0
  let done = false
  const rebuilding = index.rebuild().then((count) => {
    done = true
    return count
  })
  while (!done) {
    await tick()
    if (rows(store) < 120) ticks += 1
  }
  expect(await rebuilding).toBe(120)
  expect(rows(store)).toBe(120)
  expect(ticks).toBeGreaterThan(3)
  const search = store.read.prepare("SELECT count(*) FROM article_search WHERE article_search MATCH 'doan'")
  expect(search.pluck().get()).toBe(120)
})

test('who wrote reads what was written though much else is behind; the rest is told of when it is in', async () => {
  const { store, documents, events, open } = await makeIndex({ articles: 120 })
  const index = open()
  await documents.edit(numbered(7), 'lan', (doc) => typeText(doc, ' Mới.'))
  index.catchUp()
  const titles = store.read.prepare('SELECT document FROM article_rows').pluck()
  expect(titles.all()).toContain(numbered(7))
  expect(rows(store)).toBeLessThan(120)
  index.catchUp(numbered(3))
  expect(titles.all()).toContain(numbered(3))
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  for await (const { event } of events.follow(0, stop.signal)) {
    if (event.kind === 'articles' && rows(store) === 120) break
    if (event.kind === 'reset') continue
  }
  expect(rows(store)).toBe(120)
})

test('one article with a bug in it is reported and keeps no other out of the list', async () => {
  const { store, open, reported } = await makeIndex({
    articles: 3,
    judgeStamps: (document) => {
      if (document === numbered(1)) throw new Error('a bug')
      return false
    },
  })
  open().catchUp()
  expect(rows(store)).toBe(2)
  expect(reported).toMatchObject([{ message: 'a bug' }])
})

test('an index that was up to date starts from there, and finds what came after it was closed', async () => {
  const { store, documents, open } = await makeIndex({ articles: 3 })
  const first = open()
  first.catchUp()
  first.close()
  await documents.edit(numbered(1), 'lan', (doc) => typeText(doc, ' Mới.'))
  await createArticle(documents, documentOne)
  expect([...behindLog(store.read)].sort()).toEqual([documentOne, numbered(1)].sort())
  open().catchUp()
  expect([rows(store), behindLog(store.read)]).toEqual([4, []])
})

test('a start notes how far everything is in, so that the next one reads only what came after it', async () => {
  const { store, documents, open } = await makeIndex({ articles: 3 })
  const first = open()
  first.catchUp()
  first.close()
  expect(isReachNoted(store.read)).toBe(true)
  await createArticle(documents, termbaseDocument)
  expect(isReachNoted(store.read)).toBe(false)
  open().close()
  expect(isReachNoted(store.read)).toBe(true)
  expect(behindLog(store.read)).toEqual([])
})

test('what could not be brought in is tried again by the next start, whatever came in since', async () => {
  let broken = true
  const { store, documents, open } = await makeIndex({
    articles: 3,
    judgeStamps: (document) => {
      if (document === numbered(1) && broken) throw new Error('a bug')
      return false
    },
  })
  const first = open()
  first.catchUp()
  await createArticle(documents, documentOne)
  first.catchUp()
  first.close()
  broken = false
  expect(rows(store)).toBe(3)
  open().catchUp()
  expect(rows(store)).toBe(4)
})

test('a workspace whose disk is full closes all the same, and opens again', async () => {
  const workspace = await makeWorkspace()
  const { ownerId } = await makeNewsroom(workspace)
  const { store, documents, paths } = workspace.services
  await createArticle(documents as Parameters<typeof createArticle>[0])
  const long = 'Một câu dài. '.repeat(20_000)
  expect(await documents.edit(documentOne, ownerId, (doc) => typeText(doc, long))).toMatchObject({ ok: true })
  fill(store, true)
  await workspace.close()
  const again = await makeWorkspace(paths.root)
  expect(again.services.documents.exists(documentOne)).toBe(true)
})
