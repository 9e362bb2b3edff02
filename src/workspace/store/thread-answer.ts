import type { Worker } from 'node:worker_threads'

/** A thread took longer, or more memory, than it was given: a fault of what it was given to read. */
export class ThreadExhausted extends Error {}

/** What a thread posts first; then it ends. Rejects with the thread's own error, or `ThreadExhausted`. */
export function threadAnswer<Answer>(worker: Worker, patience: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new ThreadExhausted('reading took too long'))), patience)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      void worker.terminate().then(settle)
    }
    worker.once('message', (answer: Answer) => end(() => resolve(answer)))
    worker.once('error', (error) => end(() => reject(exhausted(error) ?? error)))
    worker.once('exit', () => end(() => reject(new Error('the thread stopped'))))
  })
}

function exhausted(error: unknown): ThreadExhausted | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadExhausted('reading took too much memory') : undefined
}
