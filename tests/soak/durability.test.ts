import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { blockText } from '#domain/blocks.ts'
import {
  createArticle,
  documentOne,
  makeArticle,
  makeDocuments,
  typeText,
} from '#tests/workspace/make-documents.ts'
import { makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { unsyncedAcks } from './sync-trace.ts'

/** SIGKILL proves no fsync: the kernel keeps what was written. Only the order of system calls shows it. */
async function traceVictim(mode: 'alone' | 'together') {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-trace-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const output = join(folder, 'trace')
  const calls = 'trace=fdatasync,fsync,write,pwrite64,pwritev'
  const victim = [process.execPath, join(import.meta.dirname, 'sync-victim.ts'), join(folder, 'w'), mode]
  await new Promise<void>((resolve, reject) => {
    execFile('strace', ['-f', '-y', '-o', output, '-e', calls, ...victim], (error) => {
      if (error && 'code' in error && error.code === 'ENOENT') reject(new Error('strace is not installed'))
      else resolve()
    })
  })
  return unsyncedAcks(readFileSync(output, 'utf8'))
}

test('every acknowledgement leaves after an fdatasync of the log has returned (SAFE1)', async () => {
  const { acks, syncs, early } = await traceVictim('alone')
  expect(early).toEqual([])
  expect(acks).toBe(11)
  expect(syncs).toBeGreaterThanOrEqual(11)
})

test('one fdatasync serves all who wait for the same commit', async () => {
  const { acks, syncs, early } = await traceVictim('together')
  expect(early).toEqual([])
  expect(acks).toBe(41)
  expect(syncs).toBeLessThan(15)
})

const written = '7 pwrite64(20</w/workspace.sqlite-wal>, "..."..., 4096, 32) = 4096'
const synced = '7 fdatasync(20</w/workspace.sqlite-wal>) = 0'
const acked = '7 write(1<pipe:[5]>, "ack 1\\n", 6) = 6'

test('the reading of a trace finds an acknowledgement that left too early', () => {
  expect(unsyncedAcks([written, synced, acked].join('\n')).early).toEqual([])
  expect(unsyncedAcks([written, acked, synced].join('\n')).early).toHaveLength(1)
  expect(unsyncedAcks([written, acked].join('\n')).early).toHaveLength(1)
  expect(unsyncedAcks(acked).early).toHaveLength(1)
  const failed = synced.replace('= 0', '= -1 EIO')
  expect(unsyncedAcks([written, failed, acked].join('\n')).early).toHaveLength(1)
  const otherFile = synced.replace('workspace.sqlite-wal', 'owner.lock')
  expect(unsyncedAcks([written, otherFile, acked].join('\n')).early).toHaveLength(1)
})

test('a call that other threads cut in two counts from its return', () => {
  const [begins, returns] = [
    '7 fdatasync(20</w/workspace.sqlite-wal> <unfinished ...>',
    '7 <... fdatasync resumed>) = 0',
  ]
  expect(unsyncedAcks([written, begins, '9 fsync(3</x>) = 0', returns, acked].join('\n')).early).toEqual([])
  expect(unsyncedAcks([written, begins, acked, returns].join('\n')).early).toHaveLength(1)
})

const headerBytes = 32
const frameBytes = 24 + 4096

test('a log cut at any frame opens with a prefix of the acknowledged edits (SAFE1)', async () => {
  const folder = join(makeFolder(), 'w')
  const store = makeStore({ folder })
  const { documents } = makeDocuments({ store })
  await createArticle(documents, documentOne, makeArticle(['']))
  for (let n = 0; n < 12; n += 1) await documents.edit(documentOne, 'lan', (doc) => typeText(doc, `${n},`))
  const whole = '0,1,2,3,4,5,6,7,8,9,10,11,'
  const size = statSync(`${workspacePaths(folder).database}-wal`).size
  const cuts = Array.from({ length: Math.floor((size - headerBytes) / frameBytes) + 1 }, (_, n) => n)
  const texts = cuts.flatMap((frames) =>
    [0, 1000].map((torn) => textAfterCut(folder, headerBytes + frames * frameBytes + torn)),
  )
  expect(cuts.length).toBeGreaterThan(24)
  expect(texts.filter((text) => !isPrefix(text, whole))).toEqual([])
  expect(texts.toSorted((a, b) => a.length - b.length)).toEqual(texts)
  expect(new Set(texts).size).toBe(13)
  expect(texts.at(-1)).toBe(whole)
})

function isPrefix(text: string, whole: string): boolean {
  return whole.startsWith(text) && (text === '' || text.endsWith(','))
}

/** The text that a copy of the workspace shows when its log ends after so many bytes. */
function textAfterCut(folder: string, bytes: number): string {
  const copy = mkdtempSync(join(tmpdir(), 'tramtin-cut-'))
  const { database } = workspacePaths(copy)
  try {
    cpSync(workspacePaths(folder).database, database)
    cpSync(`${workspacePaths(folder).database}-wal`, `${database}-wal`)
    truncateSync(`${database}-wal`, Math.min(bytes, statSync(`${database}-wal`).size))
    return textIn(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function textIn(folder: string): string {
  const store = makeStore({ folder, mode: 'open' })
  try {
    const article = makeDocuments({ store }).documents.read(documentOne)
    if (!article.ok && article.failure.code !== 'document-unknown') throw new Error(article.failure.code)
    const last = article.ok ? article.value.blocks.at(-1) : undefined
    expect(store.read.pragma('integrity_check', { simple: true })).toBe('ok')
    return last ? blockText(last) : ''
  } finally {
    store.close()
  }
}
