import type { Worker } from 'node:worker_threads'

/** Milliseconds a thread that was told to end may take. */
const patience = 3000

/**
 * Waits until a thread that was told to end is gone. It is terminated only when it has not gone in time: terminating
 * one that is inside SQLite, or about to end, takes the whole process down now and then (a trap in Node 24).
 */
export async function threadEnd(worker: Worker): Promise<void> {
  if (worker.threadId === gone) return
  worker.ref()
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), patience)
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** `threadId` of a thread that ended. */
const gone = -1
