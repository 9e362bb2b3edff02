import { parentPort } from 'node:worker_threads'
import type { CleaningMessage } from './cleaning-thread.ts'
import { forgetting } from './forgetting.ts'
import { doCleaningTask } from './secrets/database-cleaning.ts'

parentPort?.on('message', (message: CleaningMessage) => {
  if (message === 'end') parentPort?.close()
  else parentPort?.postMessage(doCleaningTask(message, forgetting))
})
