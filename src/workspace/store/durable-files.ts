import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Failure, failure } from '#contract/failures.ts'
import { folderFailure } from './faults.ts'

/** Flushes a folder's entries, so that a rename in it outlives a power cut. Windows has no such call. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function flushFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a new file of these parts, on disk when it settles. Its name is durable only after `flushFolder`. */
export async function writeDurably(path: string, parts: readonly Buffer[]): Promise<void> {
  const handle = await open(path, 'wx', 0o644)
  try {
    await writeParts(handle, parts)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export type NewFile = Readonly<{ path: string; parts: readonly Buffer[] }>

/**
 * Writes new files into `folders`; bytes and names are on disk when it settles. All are flushed together, once all
 * are written: one after another they would wait for the disk as often as there are files.
 */
export async function writeTreeDurably(files: readonly NewFile[], folders: readonly string[]): Promise<void> {
  const opened: FileHandle[] = []
  const write = async ({ path, parts }: NewFile) => {
    const handle = await open(path, 'wx', 0o644)
    opened.push(handle)
    await writeParts(handle, parts)
  }
  try {
    throwFirst(await Promise.allSettled(files.map(write)))
    throwFirst(
      await Promise.allSettled([...opened.map((handle) => handle.sync()), ...folders.map(flushFolder)]),
    )
  } finally {
    await Promise.all(opened.map((handle) => handle.close()))
  }
}

/** Waiting for all of them first, so that none goes on behind the failure. */
function throwFirst(settled: readonly PromiseSettledResult<unknown>[]): void {
  for (const each of settled) if (each.status === 'rejected') throw each.reason
}

/** In one call; the system may take less than all of it at a time, or none on a full disk, and then says so. */
async function writeParts(handle: FileHandle, parts: readonly Buffer[]): Promise<void> {
  const { bytesWritten } = await handle.writev(parts)
  const bytes = parts.reduce((sum, part) => sum + part.length, 0)
  if (bytesWritten < bytes) await handle.writeFile(Buffer.concat(parts).subarray(bytesWritten))
}

/** Copies a file to a new name, flushed, and answers what its bytes hash to. */
export async function copyDurably(
  from: string,
  to: string,
  signal?: AbortSignal,
  copied: (bytes: number) => void = () => undefined,
): Promise<Readonly<{ hash: string; bytes: number }>> {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      copied(bytes)
      done(null, chunk)
    },
  })
  await pipeline(
    createReadStream(from),
    meter,
    createWriteStream(to, { flags: 'wx', mode: 0o644, flush: true }),
    ...(signal ? [{ signal }] : []),
  )
  return { hash: hash.digest('hex'), bytes }
}

/** Puts a finished file or folder in its place; the new name is on disk when it settles. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await flushFolder(dirname(to))
}

/** SHA-256 of a file, read as a stream. */
export async function hashFile(path: string): Promise<Readonly<{ hash: string; bytes: number }>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { hash: hash.digest('hex'), bytes }
}

export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** What a failed or cancelled write means to a person. Errors that the disk did not make are thrown on. */
export function writeFailure(error: unknown, path: string): Failure {
  if (errorCode(error) === 'ABORT_ERR') return failure('cancelled', {})
  return folderFailure(error, path)
}
