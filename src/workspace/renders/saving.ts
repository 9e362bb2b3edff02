import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { copyDurably, moveDurably, writeFailure } from '../store/durable-files.ts'

/** Writes a copy of a finished film: aside, flushed, renamed; there is no half file, whatever happens (SAFE3). */
export async function saveCopy(from: string, to: string): Promise<Result<null, Failure>> {
  if (existsSync(to)) return fail(failure('target-exists', { path: to }))
  const aside = join(dirname(to), `.tramtin-${process.pid}.new`)
  try {
    await copyDurably(from, aside)
    await moveDurably(aside, to)
    return succeed(null)
  } catch (error) {
    return fail(writeFailure(error, to))
  } finally {
    await rm(aside, { force: true })
  }
}
