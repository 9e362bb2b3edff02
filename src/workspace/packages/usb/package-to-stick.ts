import { join } from 'node:path'
import type { Failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { JobControl } from '#workspace/services.ts'
import { writeFailure } from '#workspace/store/durable-files.ts'
import { packageFolder, type WorkspacePaths } from '#workspace/store/paths.ts'
import type { StoredPackage } from '../package-rows.ts'
import { writeToStick } from './stick-writing.ts'

/** The work of the job "Ghi ra USB": a made package, as it is kept, to a folder of a stick. Answers the package's id. */
export async function packageToStick(
  paths: WorkspacePaths,
  made: StoredPackage,
  directory: string,
  { signal, progress }: JobControl,
): Promise<Result<string, Failure>> {
  const name = stickFolder(made)
  try {
    const from = join(packageFolder(paths, made.id), name)
    const written = await writeToStick({ from, directory, name, signal, progress })
    return written.ok ? succeed(made.id) : written
  } catch (error) {
    return fail(writeFailure(error, directory))
  }
}

/** Name of the folder that a package makes on a stick: its own. */
export function stickFolder({ zipName }: Pick<StoredPackage, 'zipName'>): string {
  return zipName.replace(/\.zip$/, '')
}
