import { Worker } from 'node:worker_threads'
import { threadAnswer } from '../store/thread-answer.ts'

export type Pixels = Readonly<{ width: number; height: number; data: Uint8ClampedArray }>

/** A 48-megapixel phone picture takes about ten seconds on a slow machine. */
const patience = 90_000

/**
 * Decodes a HEIC picture to RGBA in a thread of its own, because libheif would hold the event loop for seconds
 * and a hostile file for ever. Rejects with the reason when it cannot be read.
 */
export function decodeHeic(path: string, pixelLimit: number): Promise<Pixels> {
  const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
    workerData: { path, pixelLimit },
  })
  return threadAnswer(worker, patience)
}
