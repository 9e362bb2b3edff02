import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { Readable } from 'node:stream'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { errorCode } from '../store/durable-files.ts'
import { createProgressReader, type MediaProgress } from './progress.ts'

export type MediaRun = Readonly<{
  /** What the failure calls it: a clip's name. */
  name: string
  /** After the program's name; `pipe:1` as the output goes to `output`. */
  arguments: readonly string[]
  /** Filters name files by fixed ASCII names inside of this folder. */
  folder?: string
  signal?: AbortSignal | undefined
  /** Told while it runs; ffmpeg writes its progress where `output` would read. */
  progress?: (progress: MediaProgress) => void
  /** Takes what comes out, piece by piece; the program waits while it is taken. */
  output?: (piece: Buffer) => void | Promise<void>
}>

/** How a run ended; `log` is the end of what the program said. */
export type MediaOutcome = Readonly<{ result: Result<MediaProgress, Failure>; log: string }>

const logLength = 16_000

/** Runs ffmpeg or ffprobe to its end, in the background of whatever else the machine does. Settles when it is gone. */
export async function runProgram(program: string, run: MediaRun): Promise<MediaOutcome> {
  if (run.signal?.aborted) return { result: fail(failure('cancelled', {})), log: '' }
  const withProgress = run.progress ? ['-progress', 'pipe:1', '-nostats'] : []
  const child = spawn(program, [...withProgress, ...run.arguments], {
    ...(run.folder === undefined ? {} : { cwd: run.folder }),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // a group of its own, so that it goes as a whole
    detached: process.platform !== 'win32',
  })
  const stop = () => killGroup(child)
  run.signal?.addEventListener('abort', stop)
  try {
    return await untilEnd(child, program, run)
  } finally {
    run.signal?.removeEventListener('abort', stop)
    running.delete(child)
  }
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) killGroup(child)
})

async function untilEnd(child: ChildProcess, program: string, run: MediaRun): Promise<MediaOutcome> {
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  running.add(child)
  lower(child)
  let log = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-logLength)
  })
  let last: MediaProgress = { frames: 0, outMs: 0 }
  const reading = readOutput(child.stdout, run, (progress) => {
    last = progress
    run.progress?.(progress)
  }).catch((error: unknown) => {
    killGroup(child)
    return error
  })
  try {
    const code = await ended
    const broken = await reading
    if (broken !== undefined && !run.signal?.aborted) throw broken
    return { result: outcomeOf(code, run, log, last), log }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EACCES') throw error
    return { result: fail(failure('media-tool-missing', { tool: program })), log }
  }
}

async function readOutput(
  stdout: Readable | null,
  { output, progress }: MediaRun,
  tell: (progress: MediaProgress) => void,
): Promise<undefined> {
  const read = createProgressReader()
  for await (const piece of stdout ?? []) {
    if (output) await output(piece as Buffer)
    else if (progress) {
      const state = read((piece as Buffer).toString('latin1'))
      if (state) tell(state)
    }
  }
}

function outcomeOf(
  code: number | null,
  { name, signal }: MediaRun,
  log: string,
  last: MediaProgress,
): Result<MediaProgress, Failure> {
  if (signal?.aborted) return fail(failure('cancelled', {}))
  if (/No space left on device|Disk quota exceeded|File too large/i.test(log))
    return fail(failure('disk-full', { path: '' }))
  return code === 0 ? succeed(last) : fail(failure('media-failed', { name, detail: lastWords(log, code) }))
}

/** The last lines that say something, without the addresses that ffmpeg puts before them. */
function lastWords(log: string, code: number | null): string {
  const lines = log.split('\n').map((line) => line.replace(/@ 0x[0-9a-f]+/g, '').trim())
  const said = lines.filter((line) => line !== '' && !/^Conversion failed!?$/.test(line)).slice(-2)
  return said.join(' ').slice(-300) || `ffmpeg: ${code}`
}

function lower({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // it has ended already, or the system does not let us: it runs as it is
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // it ended in this moment
  }
}
