import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../store/database.ts'
import { createIndexes } from './index-building.ts'
import type { IndexQuestion } from './index-thread.ts'
import { allMatches } from './lookup.ts'

const db = openForReading(String(workerData))
const indexes = createIndexes(db)

parentPort?.on('message', ({ id, question }: IndexQuestion) => {
  const found = allMatches(db, indexes.of(question.from), question)
  parentPort?.postMessage({ id, found })
})
