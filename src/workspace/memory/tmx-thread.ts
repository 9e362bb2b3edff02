import { Worker } from 'node:worker_threads'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { TmxSkip, TmxUnit } from '#formats/tmx/tmx.ts'
import { threadEnd } from './thread-ending.ts'

/** What the reading thread says. After `units` it waits to be told to go on. */
export type TmxMessage = Readonly<{
  kind: 'checked' | 'units' | 'ended'
  failure: Failure | null
  units: number
  skipped: number
  skips: TmxSkip[]
  batch: readonly TmxUnit[]
}>
/** What the reading thread is told: to go on, or to end wherever it is. */
export type TmxOrder = 'on' | 'end'

export type TmxCheck = Readonly<{ units: number; skipped: number; skips: readonly TmxSkip[] }>
export type TmxTaking = Readonly<{
  signal: AbortSignal
  /** The whole file is good. */
  checked(check: TmxCheck): void
  /** Takes a batch; what it throws ends the reading. */
  take(units: readonly TmxUnit[]): void | Promise<void>
}>
type TmxSource = Readonly<{ path: string; name: string }>

/** Reads a TMX file in a thread of its own, with bounded memory. The thread is gone when this resolves. */
export async function readTmxInThread(file: TmxSource, taking: TmxTaking): Promise<Result<null, Failure>> {
  const worker = new Worker(new URL('./read-tmx-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  try {
    return await hearUnits(worker, file, taking)
  } finally {
    worker.removeAllListeners()
    // what happens to a thread that nobody listens to any more is nobody's fault
    worker.on('error', () => undefined)
    worker.postMessage('end' satisfies TmxOrder)
    await threadEnd(worker)
  }
}

function hearUnits(worker: Worker, file: TmxSource, taking: TmxTaking): Promise<Result<null, Failure>> {
  return new Promise((resolve, reject) => {
    const hear = async (message: TmxMessage) => {
      if (message.failure) return resolve(fail(message.failure))
      if (message.kind === 'ended') return resolve(succeed(null))
      if (message.kind === 'checked') return taking.checked(message)
      await taking.take(message.batch)
      worker.postMessage('on' satisfies TmxOrder)
    }
    worker.on('message', (message: TmxMessage) => void hear(message).catch(reject))
    worker.once('error', (error) => settleError(error, file.name, resolve, reject))
    worker.once('exit', () => reject(new Error('the reading thread stopped')))
    const abort = () => resolve(fail(failure('cancelled', {})))
    if (taking.signal.aborted) abort()
    else taking.signal.addEventListener('abort', abort, { once: true })
  })
}

function settleError(
  error: unknown,
  name: string,
  resolve: (result: Result<null, Failure>) => void,
  reject: (error: unknown) => void,
): void {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error)
  else resolve(fail(failure('format-damaged', { name, detail: 'reading took too much memory', line: null })))
}
