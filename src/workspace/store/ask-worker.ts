import { Worker } from 'node:worker_threads'
import type { DatabaseAnswer, DatabaseTask } from './database-tasks.ts'

/** Does a task in a thread of its own. Bundles put the thread's file beside this one, under the same name. */
export function askDatabaseWorker(task: DatabaseTask): Promise<DatabaseAnswer> {
  const name = import.meta.url.endsWith('.ts') ? './database-worker.ts' : './database-worker.js'
  const worker = new Worker(new URL(name, import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The database thread ended with ${code}`)))
  })
}
