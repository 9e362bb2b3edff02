import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '#contract/failures.ts'
import { fail, type Result } from '#domain/result.ts'
import { writeFailure } from '../store/durable-files.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { type OpenedBundle, openBundle } from './bundle-reader.ts'

/**
 * Works on a copy of a bundle in the workspace's own folder: on a stick or a share others may change the file between
 * the check and the reading. The copy is gone afterwards.
 */
export async function withBundle<Value>(
  paths: WorkspacePaths,
  file: Readonly<{ path: string; name: string }>,
  work: (bundle: OpenedBundle) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const copy = join(paths.temporary, `incoming-${randomUUID()}`)
  try {
    await mkdir(paths.temporary, { recursive: true })
    await copyFile(file.path, copy)
  } catch (error) {
    await rm(copy, { force: true }).catch(() => undefined)
    return fail(writeFailure(error, file.path))
  }
  try {
    const opened = await openBundle(copy, file.name)
    if (!opened.ok) return opened
    try {
      return await work(opened.value)
    } finally {
      await opened.value.close()
    }
  } finally {
    await rm(copy, { force: true })
  }
}
