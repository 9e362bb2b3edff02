import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Failure } from '#contract/failures.ts'
import { writeDurably } from '#workspace/store/durable-files.ts'
import { moveDurablySync } from '#workspace/store/durable-files-sync.ts'
import { folderFailure } from '#workspace/store/faults.ts'

/** Written aside and renamed: there is no half file, whatever happens (SAFE3). */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Failure | undefined> {
  const aside = join(dirname(path), `.tramtin-${process.pid}.new`)
  try {
    await writeDurably(aside, [Buffer.from(bytes)])
    moveDurablySync(aside, path)
    return undefined
  } catch (error) {
    if (existsSync(aside)) rmSync(aside)
    return folderFailure(error, path)
  }
}
