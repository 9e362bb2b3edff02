import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../store/database.ts'
import { createIndexes } from './index-building.ts'
import type { IndexMessage, IndexThreadData } from './index-thread.ts'
import { allMatches } from './lookup.ts'

const { database, ending } = workerData as IndexThreadData
const isEnding = () => Atomics.load(ending, 0) === 1
const db = openForReading(database)
const indexes = createIndexes(db, isEnding)

parentPort?.on('message', (message: IndexMessage) => {
  if (message === 'end') {
    db.close()
    parentPort?.close()
    return
  }
  const index = indexes.of(message.question.from)
  if (index === undefined) return
  const found = allMatches(db, index, message.question)
  parentPort?.postMessage({ id: message.id, found })
})
