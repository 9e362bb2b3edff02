import type { Worker } from 'node:worker_threads'

/** A thread took longer, or more memory, than it was given: a fault of what it was given to read. */
export class ThreadExhausted extends Error {}

/**
 * What a thread posts before it ends by itself. Rejects with the thread's own error, or `ThreadExhausted`. A thread is
 * terminated only when its time is over: terminating one that is about to end takes the whole process down now and then
 * (a trap in Node 24, seen once in some thousand threads).
 */
export function threadAnswer<Answer>(worker: Worker, patience: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let settle = () => reject(new Error('the thread stopped'))
    const timer = setTimeout(() => {
      settle = () => reject(new ThreadExhausted('reading took too long'))
      void worker.terminate()
    }, patience)
    worker.once('message', (answer: Answer) => {
      settle = () => resolve(answer)
    })
    worker.once('error', (error) => {
      settle = () => reject(exhausted(error) ?? error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      settle()
    })
  })
}

function exhausted(error: unknown): ThreadExhausted | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadExhausted('reading took too much memory') : undefined
}
