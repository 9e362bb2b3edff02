import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import { articleUpdate } from '#documents/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import { makeArticle, typeText } from '#tests/workspace/article.ts'
import { createDocumentService } from '#workspace/documents/document-service.ts'
import { openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { type Benchmark, quantile } from './benchmark.ts'

const paragraphs = 200
const wordsInEach = 100
const keystrokes = 300
/** Longer than the store's shortest wait: a person's keys are each a commit of their own, as the peer's rows are. */
const betweenKeys = 60

/** A keystroke in a long article, from the client's update to its acknowledgement on disk. */
export async function run(): Promise<Benchmark> {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-typing-'))
  const ours = await openArticle(join(folder, 'w'))
  const peer = openPeer(join(folder, 'peer.sqlite'))
  const samples = { ours: [] as number[], peer: [] as number[] }
  try {
    for (let key = 0; key < keystrokes; key += 1) {
      const update = ours.press('a')
      samples.ours.push(await timed(() => ours.append(update, `b${key}`)))
      await pause(betweenKeys / 2)
      samples.peer.push(await timed(() => peer.insert(update)))
      await pause(betweenKeys / 2)
    }
  } finally {
    ours.close()
    peer.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const value = quantile(samples.ours, 0.5)
  const peerValue = quantile(samples.peer, 0.5)
  return {
    name: 'typing',
    work: 'keystroke → acknowledged on disk, 20,000-word article (median)',
    peer: 'raw better-sqlite3 INSERT, synchronous=FULL',
    value,
    peerValue,
    ratio: value / peerValue,
    goal: 1.5,
    notes: [
      'From the update to the answer of the document service: without Lexical and without the transport.',
      'A keystroke writes the log row with its two indexes, the contribution and the batch; the peer writes one row.',
    ],
  }
}

async function openArticle(folder: string) {
  const clock = { now: Date.now }
  const opened = openStore(workspacePaths(folder), clock)
  if (!opened.ok) throw new Error(opened.failure.code)
  const store = opened.value
  const documents = createDocumentService({ store, clock })
  const document = articleDocument('0199a000-0000-7000-8000-000000000001')
  const words = Array.from({ length: wordsInEach }, () => 'trà').join(' ')
  const article = makeArticle(Array.from({ length: paragraphs }, () => words))
  await documents.create(document, 'vi', articleUpdate(article), 'lan')
  const doc = copyOf(documents.state(document))
  return {
    press: (text: string) => keystroke(doc, text),
    append: (update: Uint8Array, batch: string) =>
      documents.append({ document, profile: 'lan', client: 'c', batch, updates: [update], typingIn: 'p0' }),
    close: () => store.close(),
  }
}

function copyOf(state: ReturnType<ReturnType<typeof createDocumentService>['state']>): Y.Doc {
  if (!state.ok) throw new Error(state.failure.code)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state.value.update)
  return doc
}

function keystroke(doc: Y.Doc, text: string): Uint8Array {
  let made: Uint8Array = new Uint8Array()
  doc.once('update', (update) => {
    made = update
  })
  typeText(doc, text)
  return made
}

function openPeer(path: string) {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE log (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO log (bytes) VALUES (?)')
  return { insert: (update: Uint8Array) => insert.run(update), close: () => db.close() }
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
