import { Worker } from 'node:worker_threads'
import type { CleaningThread } from './secrets/backup-cleaning.ts'
import type { CleaningTask } from './secrets/database-cleaning.ts'

/** A task, or that no other follows. */
export type CleaningMessage = CleaningTask | 'end'

/** Starts the thread that cleans backups of what a purge takes away (SEC1). It answers one task at a time. */
export function startCleaningThread(): CleaningThread {
  const worker = new Worker(new URL('./clean-databases-worker.ts', import.meta.url))
  const broken = Promise.withResolvers<never>()
  broken.promise.catch(() => undefined)
  worker.once('error', broken.reject)
  worker.once('exit', () => broken.reject(new Error('The cleaning thread ended')))
  return {
    perform(task) {
      const answered = new Promise<boolean>((resolve) => worker.once('message', resolve))
      worker.postMessage(task satisfies CleaningMessage)
      return Promise.race([answered, broken.promise])
    },
    end: () => worker.postMessage('end' satisfies CleaningMessage),
  }
}
