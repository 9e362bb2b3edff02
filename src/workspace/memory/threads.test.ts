import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { makeFolder, makeWorkspace } from '../workspace.test-kit.ts'
import type { IndexMessage, IndexThreadData } from './index-thread.ts'
import { insertBatch, insertUnit, unknownContext } from './memory-rows.ts'
import { threadEnd } from './thread-ending.ts'
import { readTmxInThread } from './tmx-thread.ts'

const question = { source: ['Câu'], previous: null, next: null, from: 'vi', to: 'en', least: 60, limit: 8 }

describe('a thread of the memory', () => {
  it('ends by itself in the midst of reading all sentences, and is not terminated', async () => {
    const { store } = (await makeWorkspace()).services
    store.write((db) => {
      const batch = insertBatch(db, { id: 'b', kind: 'import', name: 'b', at: 0, by: '', state: 0 })
      const unit = { batch, sourceLanguage: 'vi', document: '', at: 0, by: '', facts: '' }
      for (let at = 0; at < 20_000; at += 1) {
        const texts = [{ tag: 'vi', content: [`Câu số ${at * 7919} của kho văn bản, đọc ${at} lần.`] }]
        insertUnit(db, { ...unit, id: `u${at}`, previous: unknownContext, next: unknownContext, texts })
      }
    })
    const ending = new Int32Array(new SharedArrayBuffer(4))
    const workerData: IndexThreadData = { database: store.read.name, ending }
    const worker = new Worker(new URL('./memory-index-worker.ts', import.meta.url), { workerData })
    const answers: unknown[] = []
    worker.on('message', (answer) => answers.push(answer))
    const code = new Promise((resolve) => worker.once('exit', resolve))
    await new Promise((resolve) => worker.once('online', resolve))
    worker.postMessage({ id: 1, question } satisfies IndexMessage)
    Atomics.store(ending, 0, 1)
    worker.postMessage('end' satisfies IndexMessage)
    await threadEnd(worker)
    expect(await code).toBe(0)
    expect(answers).toEqual([])
    await threadEnd(worker)
  })

  it('that reads a file stops where it is when the import is cancelled', async () => {
    const path = join(makeFolder(), 'kho.tmx')
    const unit = (at: number) =>
      `<tu><tuv xml:lang="vi"><seg>Câu ${at}</seg></tuv><tuv xml:lang="en"><seg>S ${at}</seg></tuv></tu>`
    const units = Array.from({ length: 3000 }, (_, at) => unit(at))
    writeFileSync(path, `<tmx version="1.4"><header/><body>${units.join('')}</body></tmx>`)
    const stop = new AbortController()
    let taken = 0
    const take = (batch: readonly unknown[]) => {
      taken += batch.length
      stop.abort()
    }
    const taking = { signal: stop.signal, checked: () => undefined, take }
    const read = await readTmxInThread({ path, name: 'kho.tmx' }, taking)
    expect(read).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(taken).toBe(200)
    const failing = readTmxInThread(
      { path, name: 'kho.tmx' },
      {
        ...taking,
        signal: new AbortController().signal,
        take: () => Promise.reject(new Error('the disk is full')),
      },
    )
    await expect(failing).rejects.toThrow('the disk is full')
  })
})
