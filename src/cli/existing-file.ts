import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

/** The full path of a file that is there and is a file. */
export function existingFile(path: string): Result<string, Failure> {
  const full = resolve(path)
  try {
    if (statSync(full).isFile()) return succeed(full)
    return fail(failure('file-unreadable', { name: path, detail: 'EISDIR' }))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return fail(failure('file-unreadable', { name: path, detail: code }))
  }
}
