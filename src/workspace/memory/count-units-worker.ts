import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../store/database.ts'
import { countUnits } from './unit-views.ts'

const db = openForReading(String(workerData))
parentPort?.postMessage(countUnits(db))
db.close()
