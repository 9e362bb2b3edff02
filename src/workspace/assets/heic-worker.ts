import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import heic from 'heic-decode'

const { path, pixelLimit } = workerData as Readonly<{ path: string; pixelLimit: number }>

/** Decodes the first picture of a HEIC file. libheif turns it upright by the file's own transformations. */
async function decode(): Promise<Readonly<{ width: number; height: number; data: Uint8ClampedArray }>> {
  const pictures = await heic.all({ buffer: new Uint8Array(await readFile(path)) })
  try {
    const first = pictures[0]
    if (!first) throw new Error('no picture in the file')
    if (first.width * first.height > pixelLimit) throw new Error('too many pixels')
    return await first.decode()
  } finally {
    pictures.dispose()
  }
}

const picture = await decode()
parentPort?.postMessage(picture, [picture.data.buffer as ArrayBuffer])
