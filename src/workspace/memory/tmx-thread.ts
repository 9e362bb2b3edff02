import { Worker } from 'node:worker_threads'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { TmxSkip, TmxUnit } from '#formats/tmx/tmx.ts'

/** What the reading thread says. After `units` it waits to be told to go on. */
export type TmxMessage = Readonly<{
  kind: 'checked' | 'units' | 'ended'
  failure: Failure | null
  units: number
  skipped: number
  skips: TmxSkip[]
  batch: readonly TmxUnit[]
}>

export type TmxCheck = Readonly<{ units: number; skipped: number; skips: readonly TmxSkip[] }>
export type TmxTaking = Readonly<{
  signal: AbortSignal
  /** The whole file is good. */
  checked(check: TmxCheck): void
  /** Takes a batch; what it throws ends the reading. */
  take(units: readonly TmxUnit[]): void | Promise<void>
}>

/** Reads a TMX file in a thread of its own, with bounded memory. */
export function readTmxInThread(
  file: Readonly<{ path: string; name: string }>,
  taking: TmxTaking,
): Promise<Result<null, Failure>> {
  const worker = new Worker(new URL('./read-tmx-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      worker.removeAllListeners()
      taking.signal.removeEventListener('abort', abort)
      void worker.terminate().then(settle)
    }
    const abort = () => end(() => resolve(fail(failure('cancelled', {}))))
    const hear = async (message: TmxMessage) => {
      if (message.failure) return end(() => resolve(fail(message.failure as Failure)))
      if (message.kind === 'ended') return end(() => resolve(succeed(null)))
      if (message.kind === 'checked') return taking.checked(message)
      await taking.take(message.batch)
      worker.postMessage('on')
    }
    worker.on(
      'message',
      (message: TmxMessage) => void hear(message).catch((error) => end(() => reject(error))),
    )
    worker.once('error', (error) => end(() => settleError(error, file.name, resolve, reject)))
    if (taking.signal.aborted) abort()
    else taking.signal.addEventListener('abort', abort)
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
