import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { failure } from '#contract/failures.ts'
import type { TmxListener } from '#formats/tmx/read-tmx.ts'
import type { TmxUnit } from '#formats/tmx/tmx.ts'
import { readTmxFile, stampIn } from './tmx-file.ts'
import type { TmxMessage, TmxOrder } from './tmx-thread.ts'

/**
 * Reads a file twice: once to the end, so that a broken file or one with a stamp leaves nothing behind (SAFE3, SEC1),
 * then again to hand its units over, a batch at a time.
 */
const { path, name } = workerData as Readonly<{ path: string; name: string }>
const batch = 200
const mostSkips = 1000
const end = new AbortController()

function tell(message: TmxMessage): void {
  parentPort?.postMessage(message)
}

async function check(): Promise<boolean> {
  const skips: TmxMessage['skips'] = []
  let units = 0
  let skipped = 0
  let stamp: ReturnType<typeof stampIn>
  const listener: TmxListener = {
    header: () => undefined,
    unit: (unit) => {
      units += 1
      stamp ??= stampIn(unit)
    },
    skipped: (skip) => {
      skipped += 1
      if (skips.length < mostSkips) skips.push(skip)
    },
  }
  const read = await readTmxFile(path, name, listener, end.signal)
  const refusal = !read.ok ? read.failure : stamp ? failure('secret-stamp', { where: name, ...stamp }) : null
  tell({ kind: 'checked', failure: refusal, units, skipped, skips, batch: [] })
  return refusal === null
}

async function handOver(): Promise<void> {
  let ready: TmxUnit[] = []
  const pass = async (units: TmxUnit[]) => {
    tell({ kind: 'units', failure: null, units: 0, skipped: 0, skips: [], batch: units })
    if (parentPort) await once(parentPort, 'message', { signal: end.signal })
  }
  await readTmxFile(
    path,
    name,
    { header: () => undefined, skipped: () => undefined, unit: (unit) => void ready.push(unit) },
    end.signal,
    async () => {
      while (ready.length >= batch) await pass(ready.splice(0, batch))
    },
  )
  if (ready.length > 0) await pass(ready)
  ready = []
}

async function read(): Promise<void> {
  if (await check()) await handOver()
  tell({ kind: 'ended', failure: null, units: 0, skipped: 0, skips: [], batch: [] })
}

parentPort?.on('message', (order: TmxOrder) => {
  if (order !== 'end') return
  end.abort()
  parentPort?.close()
})
await read().catch((error) => {
  if (!end.signal.aborted) throw error
})
