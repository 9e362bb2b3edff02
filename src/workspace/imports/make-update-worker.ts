import { parentPort, workerData } from 'node:worker_threads'
import { articleUpdate } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'

parentPort?.postMessage(articleUpdate(workerData as Article))
