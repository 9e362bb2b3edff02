import { parentPort, workerData } from 'node:worker_threads'
import { type DatabaseTask, doDatabaseTask } from './database-tasks.ts'

parentPort?.postMessage(doDatabaseTask(workerData as DatabaseTask))
