import { stat } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { errorCode } from '#workspace/store/durable-files.ts'
import { readFolder } from './folder-reading.ts'
import type { PackageSource } from './source-collecting.ts'
import { readZip } from './zip-reading.ts'

/** Reads a package, folder or zip; fails when there is nothing to read. */
export async function readPackageSource(path: string): Promise<Result<PackageSource, Failure>> {
  try {
    const found = await stat(path)
    return succeed(found.isDirectory() ? await readFolder(path) : await readZip(path))
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail(failure('not-found', { what: path }))
    if (code === undefined) throw error
    return fail(failure('package-invalid', { path, detail: code }))
  }
}
