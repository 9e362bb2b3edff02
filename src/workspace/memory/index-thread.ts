import { Worker } from 'node:worker_threads'
import type { ReportBug } from '../store/bugs.ts'
import type { Found, Question } from './lookup.ts'

export type IndexQuestion = Readonly<{ id: number; question: Question }>
type IndexAnswer = Readonly<{ id: number; found: readonly Found[] }>

/** The thread that holds the indexes: whoever types is answered while a million sentences are read. */
export type IndexThread = Readonly<{
  /** Null when the answer did not come in time: the index is being made, or the machine is busy. */
  ask(question: Question, patience: number): Promise<readonly Found[] | null>
  close(): Promise<void>
}>

/** Milliseconds before a thread that broke is tried again. */
const pause = 30_000

export function startIndexThread(database: string, report: ReportBug): IndexThread {
  const waiting = new Map<number, (found: readonly Found[] | null) => void>()
  let last = 0
  let worker: Worker | undefined
  let brokeAt = Number.NEGATIVE_INFINITY

  function start(): Worker | undefined {
    if (performance.now() - brokeAt < pause) return undefined
    const started = new Worker(new URL('./memory-index-worker.ts', import.meta.url), { workerData: database })
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
      worker.postMessage({ id, question } satisfies IndexQuestion)
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
      worker = undefined
      await open?.terminate()
    },
  }
}
