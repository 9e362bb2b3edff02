import { Worker } from 'node:worker_threads'
import type { ReportBug } from '../store/bugs.ts'
import type { Found, Question } from './lookup.ts'
import { threadEnd } from './thread-ending.ts'

/** A question, or that the thread is to end. */
export type IndexMessage = Readonly<{ id: number; question: Question }> | 'end'
type IndexAnswer = Readonly<{ id: number; found: readonly Found[] }>
/** `ending` turns 1 when the thread is to end: it cannot hear a message while it reads a million sentences. */
export type IndexThreadData = Readonly<{ database: string; ending: Int32Array<SharedArrayBuffer> }>

/** The thread that holds the indexes: whoever types is answered while a million sentences are read. */
export type IndexThread = Readonly<{
  /** Null when the answer did not come in time: the index is being made, or the machine is busy. */
  ask(question: Question, patience: number): Promise<readonly Found[] | null>
  /** Resolves when the thread is gone, and with it all that it knew. */
  close(): Promise<void>
}>

/** Milliseconds before a thread that broke is tried again. */
const pause = 30_000

export function startIndexThread(database: string, report: ReportBug): IndexThread {
  const waiting = new Map<number, (found: readonly Found[] | null) => void>()
  const ending = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  let last = 0
  let worker: Worker | undefined
  let brokeAt = Number.NEGATIVE_INFINITY

  function start(): Worker | undefined {
    if (Atomics.load(ending, 0) === 1 || performance.now() - brokeAt < pause) return undefined
    const workerData: IndexThreadData = { database, ending }
    const started = new Worker(new URL('./memory-index-worker.ts', import.meta.url), { workerData })
    started.unref()
    started.on('message', ({ id, found }: IndexAnswer) => settle(id, found))
    started.on('error', (error) => {
      brokeAt = performance.now()
      report(error)
    })
    started.on('exit', () => {
      if (worker === started) worker = undefined
      for (const id of [...waiting.keys()]) settle(id, null)
    })
    return started
  }

  function settle(id: number, found: readonly Found[] | null): void {
    const resolve = waiting.get(id)
    waiting.delete(id)
    resolve?.(found)
  }

  return {
    ask(question, patience) {
      worker ??= start()
      if (worker === undefined) return Promise.resolve(null)
      last += 1
      const id = last
      worker.postMessage({ id, question } satisfies IndexMessage)
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(id, null), patience)
        waiting.set(id, (found) => {
          clearTimeout(timer)
          resolve(found)
        })
      })
    },
    async close() {
      const open = worker
      Atomics.store(ending, 0, 1)
      open?.postMessage('end' satisfies IndexMessage)
      if (open) await threadEnd(open)
    },
  }
}
