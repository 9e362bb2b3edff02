import { writeSync } from 'node:fs'
import * as Y from 'yjs'
import { articleUpdate } from '#documents/article.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { makeArticle, typeText } from '#tests/workspace/article.ts'
import { createDocumentService, type DocumentService } from '#workspace/documents/document-service.ts'
import { createEventService } from '#workspace/events/event-service.ts'
import { createMaintenance } from '#workspace/maintenance/maintenance-service.ts'
import { openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { createRandom } from './random.ts'

/**
 * The process that gets killed: a workspace at work, as hard as it can. It says on its output what it was told is
 * saved, only after it was told so (SAFE1). Arguments: folder, seed.
 */
const [folder = '', seed = '1'] = process.argv.slice(2)
const random = createRandom(Number(seed))
let moved = 0
const clock = { now: () => Date.now() + moved }

function say(...words: readonly string[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

say('starting')
const paths = workspacePaths(folder)
const opened = openStore(paths, clock)
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const store = opened.value
const documents = createDocumentService({ store, clock, keptInMemory: 3 })
const maintenance = createMaintenance({
  store,
  paths,
  clock,
  documents,
  events: createEventService(),
  assets: { pathOf: (hash) => hash },
  projections: [],
  verifyRecords: () => ({ outcome: 'valid', records: 0, newsroom: '', problems: [] }),
})
let count = 0

function next(): number {
  count += 1
  return count
}

function pick(): DocumentId | undefined {
  const all = documents.all()
  return all.length === 0 ? undefined : random.pick(all)
}

function freshId(): string {
  const digits = `${seed}${String(next()).padStart(5, '0')}`.padStart(12, '0').slice(-12)
  return `0199a000-0000-7000-8000-${digits}`
}

async function create(): Promise<void> {
  const document = articleDocument(freshId())
  const long = Array.from({ length: 1 + random.below(80) }, (_, n) => `Đoạn ${n} của bài nhập vào.`)
  const created = await documents.create(document, 'vi', articleUpdate(makeArticle(long)), 'lan')
  if (created.ok) say('created', document)
}

/** A client types some keys without waiting for each, as people do. */
async function type(document: DocumentId, keys: number): Promise<void> {
  const doc = copyOf(documents, document)
  const updates: { token: string; bytes: Uint8Array }[] = []
  doc.on('update', (bytes) => updates.push({ token: `<${seed}.${next()}>`, bytes }))
  for (let key = 0; key < keys; key += 1) typeText(doc, `<${seed}.${count + 1}>`)
  await Promise.all(updates.map(({ token, bytes }) => append(document, token, bytes)))
}

async function append(document: DocumentId, token: string, bytes: Uint8Array): Promise<void> {
  const saved = await documents.append({
    document,
    profile: random.chance(0.5) ? 'lan' : 'minh',
    client: 'c',
    batch: token,
    updates: [bytes],
    typingIn: null,
  })
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure))
  say('saved', document, token)
}

async function edit(document: DocumentId): Promise<void> {
  const token = `<${seed}.${next()}>`
  const edited = await documents.edit(document, 'lan', (doc) => typeText(doc, token))
  if (edited.ok) say('saved', document, token)
}

function keep(document: DocumentId): void {
  const kept = documents.keepRevision(freshId(), document, 'named', '', 'lan')
  if (kept.ok) say('kept', kept.value.revision)
}

async function backup(): Promise<void> {
  moved += 1000
  const made = await maintenance.backup()
  if (made.ok) say('backup', made.value.name)
}

function sweep(): void {
  moved += 3_600_000
  documents.sweep()
}

function copyOf(from: DocumentService, document: DocumentId): Y.Doc {
  const state = from.state(document)
  if (!state.ok) throw new Error(JSON.stringify(state.failure))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state.value.update)
  return doc
}

async function step(): Promise<void> {
  const document = pick()
  const chance = random.below(100) / 100
  if (document === undefined || chance < 0.15) return create()
  if (chance < 0.6) return type(document, 1 + random.below(6))
  if (chance < 0.68) return type(document, 70)
  if (chance < 0.78) return edit(document)
  if (chance < 0.85) return keep(document)
  if (chance < 0.93) return documents.close(document)
  if (chance < 0.97) return sweep()
  return backup()
}

say('ready')
for (;;) await Promise.all([step(), step()])
