import { parentPort, workerData } from 'node:worker_threads'
import { type GlossaryTask, readGlossaryFile } from './glossary-file.ts'

parentPort?.postMessage(await readGlossaryFile(workerData as GlossaryTask))
