import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocumentEvent } from '#contract/documents.ts'
import { articleUpdate } from '#documents/article.ts'
import { blockText } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import {
  createArticle,
  documentOne,
  documentTwo,
  makeArticle,
  makeDocuments,
  typeText,
} from '#tests/workspace/make-documents.ts'
import { makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { decodeBase64 } from './base64.ts'
import type { DocumentService } from './document-service.ts'

type Client = Readonly<{ doc: Y.Doc; type(text: string): Uint8Array }>

/** A client's copy; `type` answers the update that a keystroke makes. */
function openClient(documents: DocumentService, document: DocumentId = documentOne): Client {
  const state = documents.state(document)
  if (!state.ok) throw new Error(state.failure.code)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state.value.update)
  return {
    doc,
    type(text) {
      let made: Uint8Array = new Uint8Array()
      doc.once('update', (update) => {
        made = update
      })
      typeText(doc, text)
      return made
    },
  }
}

let batches = 0
function request(update: Uint8Array, parts: Partial<Parameters<DocumentService['append']>[0]> = {}) {
  batches += 1
  const base = { document: documentOne, profile: 'lan', client: 'c1', batch: `b${batches}`, typingIn: null }
  return { ...base, updates: [update], ...parts }
}

function lastText(documents: DocumentService, document: DocumentId = documentOne): string {
  const article = documents.read(document)
  if (!article.ok) throw new Error(article.failure.code)
  const block = article.value.blocks.at(-1)
  return block ? blockText(block) : ''
}

test('what was appended is there after the store was closed and opened again (SAFE1)', async () => {
  const folder = `${makeFolder()}/w`
  const store = makeStore({ folder })
  const { documents } = makeDocuments({ store })
  await createArticle(documents)
  const client = openClient(documents)
  expect(await documents.append(request(client.type(' Gõ thêm.')))).toMatchObject({ ok: true })
  store.close()
  const again = makeDocuments({ store: makeStore({ folder }) })
  expect(lastText(again.documents)).toBe('Một đoạn. Gõ thêm.')
})

test('creating a document again changes nothing', async () => {
  const { documents } = makeDocuments()
  const seq = await createArticle(documents)
  expect(await createArticle(documents, documentOne, makeArticle(['Khác hẳn.']))).toBe(seq)
  expect(lastText(documents)).toBe('Một đoạn.')
})

test('a repeated batch is answered as the first time and stored once', async () => {
  const { documents, store, clock } = makeDocuments()
  await createArticle(documents)
  const batch = request(openClient(documents).type('!'))
  const [first, second] = await Promise.all([documents.append(batch), documents.append(batch)])
  ;(clock as ReturnType<typeof import('#tests/workspace/make-store.ts').makeClock>).move(5000)
  const third = await documents.append(batch)
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect(store.read.prepare('SELECT count(*) AS n FROM updates').get()).toEqual({ n: 2 })
})

test('appends of many clients share a commit', async () => {
  const { documents, store } = makeDocuments()
  await createArticle(documents)
  let commits = 0
  store.afterCommit(() => {
    commits += 1
  })
  const clients = Array.from({ length: 20 }, () => openClient(documents))
  await Promise.all(
    clients.map((client, n) => documents.append(request(client.type(`${n},`), { client: `c${n}` }))),
  )
  expect(commits).toBe(1)
})

test('bytes that are no Yjs update are refused and poison nothing', async () => {
  const { documents } = makeDocuments()
  await createArticle(documents)
  const client = openClient(documents)
  const good = client.type('tốt')
  const hostile = [
    new Uint8Array(),
    new Uint8Array([255, 255, 255, 255, 15, 1]),
    new TextEncoder().encode('<script>'),
    good.slice(0, good.length - 3),
    new Uint8Array([1, 255, 255, 255, 255, 255, 255, 255, 15, 0, 0, 4]),
  ]
  for (const bytes of hostile) {
    expect(await documents.append(request(bytes))).toMatchObject({
      ok: false,
      failure: { code: 'update-invalid' },
    })
  }
  expect(await documents.append(request(good))).toMatchObject({ ok: true })
  expect(lastText(documents)).toBe('Một đoạn.tốt')
})

test('an update that builds on one the log never got is refused until that one comes', async () => {
  const { documents } = makeDocuments()
  await createArticle(documents)
  const client = openClient(documents)
  const first = client.type('một')
  const second = client.type(' hai')
  expect(await documents.append(request(second))).toMatchObject({
    ok: false,
    failure: { code: 'update-invalid' },
  })
  expect(await documents.append(request(first))).toMatchObject({ ok: true })
  expect(await documents.append(request(second))).toMatchObject({ ok: true })
  expect(lastText(documents)).toBe('Một đoạn.một hai')
})

test('a document inside a document is refused', async () => {
  const { documents } = makeDocuments()
  await createArticle(documents)
  const doc = new Y.Doc()
  doc.getMap('x').set('inner', new Y.Doc())
  const answer = await documents.append(request(Y.encodeStateAsUpdate(doc)))
  expect(answer).toMatchObject({ ok: false, failure: { code: 'update-invalid' } })
})

test('an unknown document is its own failure', async () => {
  const { documents } = makeDocuments()
  expect(documents.read(documentOne)).toMatchObject({ ok: false, failure: { code: 'document-unknown' } })
  expect(await documents.append(request(articleUpdate(makeArticle())))).toMatchObject({
    failure: { code: 'document-unknown' },
  })
})

test('a document made by a newer program opens read-only and takes no appends', async () => {
  const { documents, store } = makeDocuments()
  await createArticle(documents)
  const client = openClient(documents)
  client.doc.getMap('minReader').set('7', true)
  expect(await documents.append(request(Y.encodeStateAsUpdate(client.doc)))).toMatchObject({ ok: true })
  expect(documents.state(documentOne)).toMatchObject({ value: { readOnly: true } })
  expect(lastText(documents)).toBe('Một đoạn.')
  const refused = { ok: false, failure: { code: 'document-newer', facts: { found: 7 } } }
  expect(await documents.append(request(client.type('x')))).toMatchObject(refused)
  expect(await documents.edit(documentOne, 'lan', (doc) => typeText(doc, 'x'))).toMatchObject(refused)
  expect(store.read.prepare('SELECT min_reader AS m FROM documents').get()).toEqual({ m: 7 })
})

test('contributions grow while one person writes and start anew with another', async () => {
  const { documents, store } = makeDocuments()
  await createArticle(documents)
  const client = openClient(documents)
  for (const profile of ['lan', 'lan', 'minh', 'lan']) {
    await documents.append(request(client.type('x'), { profile }))
  }
  expect(documents.contributions(documentOne)).toEqual([
    { device: store.device, firstSequence: 1, lastSequence: 3, profile: 'lan' },
    { device: store.device, firstSequence: 4, lastSequence: 4, profile: 'minh' },
    { device: store.device, firstSequence: 5, lastSequence: 5, profile: 'lan' },
  ])
  expect(documents.reached(documentOne)).toEqual({ [store.device]: 5 })
})

test('an edit of the workspace is durable, and one that throws leaves nothing behind', async () => {
  const { documents } = makeDocuments()
  await createArticle(documents)
  const before = documents.state(documentOne)
  const broken = documents.edit(documentOne, 'lan', (doc) => {
    typeText(doc, 'nửa vời')
    throw new Error('a bug')
  })
  await expect(broken).rejects.toThrow('a bug')
  expect(lastText(documents)).toBe('Một đoạn.')
  const edited = await documents.edit(documentOne, 'lan', (doc) => typeText(doc, ' Sửa.'))
  expect(edited).toMatchObject({ ok: true })
  expect(lastText(documents)).toBe('Một đoạn. Sửa.')
  const nothing = await documents.edit(documentOne, 'lan', () => {})
  expect(nothing).toEqual(edited)
  expect(before.ok && edited.ok && edited.value > before.value.seq).toBe(true)
})

test('a refusal by the judge stores nothing and keeps the document as it was (SEC1)', async () => {
  const { documents } = makeDocuments({
    judge: (document, doc) =>
      doc.getText('body').toString().includes('MẬT')
        ? { code: 'secret-unjudged', facts: { document } }
        : null,
  })
  await createArticle(documents)
  const client = openClient(documents)
  expect(await documents.append(request(client.type(' MẬT')))).toMatchObject({
    failure: { code: 'secret-unjudged' },
  })
  expect(lastText(documents)).toBe('Một đoạn.')
  const other = openClient(documents)
  expect(await documents.append(request(other.type(' mật ong')))).toMatchObject({ ok: true })
})

test('when the disk is full every append of the group is refused, nothing of it stays, and it works again later', async () => {
  const told: string[] = []
  const store = makeStore({ report: (event) => told.push(event.kind) })
  const { documents } = makeDocuments({ store })
  await createArticle(documents)
  await createArticle(documents, documentTwo)
  const client = openClient(documents)
  const other = openClient(documents, documentTwo)
  fill(store, true)
  const wanted = [
    request(client.type('x'.repeat(100_000))),
    request(other.type('y'), { document: documentTwo }),
  ]
  const refused = await Promise.all(wanted.map((one) => documents.append(one)))
  expect(refused.map((answer) => !answer.ok && answer.failure.code)).toEqual(['disk-full', 'disk-full'])
  expect(lastText(documents)).toBe('Một đoạn.')
  fill(store, false)
  const taken = await Promise.all(wanted.map((one) => documents.append(one)))
  expect(taken.every((answer) => answer.ok)).toBe(true)
  expect(lastText(documents, documentTwo)).toBe('Một đoạn.y')
  expect(told).toEqual(['storeFails', 'storeWorks'])
})

test('a repeat of what a full disk then refuses is refused with it, under its own batch or another (SAFE1)', async () => {
  const { documents, store } = makeDocuments()
  await createArticle(documents)
  const update = openClient(documents).type('x'.repeat(100_000))
  const first = request(update)
  fill(store, true)
  const answers = await Promise.all([first, first, request(update)].map((one) => documents.append(one)))
  const full = { ok: false, failure: { code: 'disk-full' } }
  expect(answers).toMatchObject([full, full, full])
  expect(lastText(documents)).toBe('Một đoạn.')
  fill(store, false)
  expect(await documents.append(first)).toMatchObject({ ok: true })
  expect(lastText(documents)).toHaveLength('Một đoạn.'.length + 100_000)
})

test('when a bug refuses one update, the later ones of its document are refused with it and others are stored', async () => {
  const { documents, store } = makeDocuments()
  await createArticle(documents)
  await createArticle(documents, documentTwo)
  const client = openClient(documents)
  const updates = [client.type(' một'), client.type(' hai')]
  const other = openClient(documents, documentTwo)
  store.write((db) =>
    db.exec(`CREATE TRIGGER broken BEFORE INSERT ON updates WHEN new.client = 'broken'
             BEGIN SELECT RAISE(ABORT, 'a bug'); END`),
  )
  const wanted = [
    request(updates[0] ?? new Uint8Array(), { client: 'broken' }),
    request(other.type('!'), { document: documentTwo }),
    request(updates[1] ?? new Uint8Array()),
  ]
  const outcomes = await Promise.allSettled(wanted.map((one) => documents.append(one)))
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
  expect(lastText(documents)).toBe('Một đoạn.')
  expect(lastText(documents, documentTwo)).toBe('Một đoạn.!')
  store.write((db) => db.exec('DROP TRIGGER broken'))
  for (const one of wanted) expect(await documents.append(one)).toMatchObject({ ok: true })
  expect(lastText(documents)).toBe('Một đoạn. một hai')
})

/** SQLite itself says SQLITE_FULL when the file may not grow. */
function fill(store: ReturnType<typeof makeStore>, full: boolean): void {
  store.write((db) => {
    const pages = Number(db.pragma('page_count', { simple: true }))
    db.pragma(`max_page_count = ${full ? pages : 1_000_000}`)
  })
}

test('state never holds what is not on disk', async () => {
  const { documents } = makeDocuments()
  await createArticle(documents)
  const appended = documents.append(request(openClient(documents).type('z')))
  const state = documents.state(documentOne)
  const saved = await appended
  expect(state.ok && saved.ok && state.value.seq === saved.value.seq).toBe(true)
})

test('documents beyond the bound are read from the log again', async () => {
  const { documents } = makeDocuments({ keptInMemory: 1 })
  await createArticle(documents)
  await createArticle(documents, documentTwo, makeArticle(['Hai.']))
  const client = openClient(documents)
  for (let turn = 0; turn < 4; turn += 1) {
    documents.read(documentTwo)
    expect(await documents.append(request(client.type(`${turn}`)))).toMatchObject({ ok: true })
  }
  expect(lastText(documents)).toBe('Một đoạn.0123')
})

test('changes are told once a commit, after it is durable', async () => {
  const { documents } = makeDocuments()
  await createArticle(documents)
  const told: string[] = []
  documents.onChange((document) => told.push(`${document} ${lastText(documents)}`))
  const client = openClient(documents)
  await Promise.all([
    documents.append(request(client.type('a'))),
    documents.append(request(client.type('b'))),
  ])
  expect(told).toEqual([`${documentOne} Một đoạn.ab`])
})

async function take(events: AsyncGenerator<DocumentEvent>, count: number): Promise<DocumentEvent[]> {
  const taken: DocumentEvent[] = []
  while (taken.length < count) {
    const next = await events.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

test('a follower that joins late or resumes misses nothing and sees no row twice', async () => {
  const { documents } = makeDocuments()
  const start = await createArticle(documents)
  const client = openClient(documents)
  const follower = openClient(documents)
  const stop = new AbortController()
  const seen: number[] = []
  const following = (async () => {
    for await (const event of documents.follow(documentOne, start, stop.signal)) {
      seen.push(event.seq)
      if (event.kind !== 'updates') throw new Error(event.kind)
      for (const update of event.updates) Y.applyUpdate(follower.doc, decodeBase64(update))
      if (follower.doc.getText('body').toString().includes('149,')) stop.abort()
    }
  })()
  for (let n = 0; n < 150; n += 1) {
    const appended = documents.append(request(client.type(`${n},`), { client: `c${n % 3}` }))
    if (n % 10 === 0) await appended
    if (n % 37 === 0) await pause(5)
  }
  await following
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b))
  expect(follower.doc.getText('body').toString()).toBe(client.doc.getText('body').toString())
})

test('a follower hears who sent what, and a waiting one ends when it is aborted', async () => {
  const { documents } = makeDocuments()
  const start = await createArticle(documents)
  const client = openClient(documents)
  await documents.append(request(client.type('a'), { client: 'mine' }))
  await documents.append(request(client.type('b'), { client: 'theirs' }))
  const stop = new AbortController()
  const events = documents.follow(documentOne, start, stop.signal)
  expect((await take(events, 2)).map((event) => event.kind === 'updates' && event.client)).toEqual([
    'mine',
    'theirs',
  ])
  const waiting = events.next()
  stop.abort()
  expect(await waiting).toEqual({ done: true, value: undefined })
})
