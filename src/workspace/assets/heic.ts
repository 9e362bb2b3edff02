import { Worker } from 'node:worker_threads'

export type Pixels = Readonly<{ width: number; height: number; data: Uint8ClampedArray }>

/** A 48-megapixel phone picture takes about ten seconds on a slow machine. */
const patience = 90_000

/**
 * Decodes a HEIC picture to RGBA in a thread of its own, because libheif would hold the event loop for seconds
 * and a hostile file for ever. Rejects with the reason when it cannot be read.
 */
export function decodeHeic(path: string, pixelLimit: number): Promise<Pixels> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
      workerData: { path, pixelLimit },
    })
    const timer = setTimeout(() => end(() => reject(new Error('decoding took too long'))), patience)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      void worker.terminate().then(settle)
    }
    worker.once('message', (pixels: Pixels) => end(() => resolve(pixels)))
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', () => end(() => reject(new Error('the decoder stopped'))))
  })
}
