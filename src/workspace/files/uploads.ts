import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Grant, GrantService } from '../services.ts'
import { folderFailure } from '../store/faults.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { shownName } from './file-names.ts'

/** Longest upload in bytes: a raw clip of some hours. A newsroom's Word files and pictures are far below. */
export const uploadLimit = 64 * 1024 ** 3

export type UploadRequest = Readonly<{ name: string; limit: number; declaredBytes: number | null }>

/** Where uploads wait for the operation they were made for. The store empties `temporary` at every start. */
export function uploadsFolder(paths: WorkspacePaths): string {
  return path.join(paths.temporary, 'uploads')
}

/** Streams bytes into the workspace's temporary folder. Whatever goes wrong, no half file stays. */
export async function receiveUpload(
  services: Readonly<{ paths: WorkspacePaths; grants: GrantService }>,
  bytes: Readable,
  request: UploadRequest,
): Promise<Result<Grant, Failure>> {
  const name = shownName(request.name)
  if (request.declaredBytes !== null && request.declaredBytes > request.limit)
    return fail(failure('file-too-large', { name, bytes: request.declaredBytes, limit: request.limit }))
  const folder = uploadsFolder(services.paths)
  const target = path.join(folder, randomUUID())
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await pipeline(bytes, limitBytes(request.limit), createWriteStream(target, { mode: 0o600, flags: 'wx' }))
    return succeed(services.grants.grant({ path: target, name, owned: true }))
  } catch (error) {
    await rm(target, { force: true }).catch(() => undefined)
    return fail(uploadFailure(error, name, request.limit, folder))
  }
}

class TooManyBytes extends Error {
  readonly received: number
  constructor(received: number) {
    super('upload over its limit')
    this.received = received
  }
}

function limitBytes(limit: number) {
  return async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let received = 0
    for await (const chunk of source) {
      received += chunk.byteLength
      if (received > limit) throw new TooManyBytes(received)
      yield chunk
    }
  }
}

function uploadFailure(error: unknown, name: string, limit: number, folder: string): Failure {
  if (error instanceof TooManyBytes) return failure('file-too-large', { name, bytes: error.received, limit })
  return isSenderGone(error) ? failure('cancelled', {}) : folderFailure(error, folder)
}

function isSenderGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR'
}
