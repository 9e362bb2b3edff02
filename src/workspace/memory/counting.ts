import { Worker } from 'node:worker_threads'
import type { MemoryCounts } from '#contract/memory.ts'
import type { ReadHandle } from '../store/database.ts'
import { threadAnswer } from '../store/thread-answer.ts'
import type { NameOf } from './unit-views.ts'

const patience = 120_000

/** What the memory holds, counted in a thread of its own: whoever types meanwhile is answered. */
export async function countMemory(db: ReadHandle, nameOf: NameOf): Promise<MemoryCounts> {
  const worker = new Worker(new URL('./count-units-worker.ts', import.meta.url), { workerData: db.name })
  const counts = await threadAnswer<MemoryCounts>(worker, patience)
  return { ...counts, batches: counts.batches.map((batch) => ({ ...batch, by: nameOf(batch.by) })) }
}
