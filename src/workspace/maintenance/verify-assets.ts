import { existsSync } from 'node:fs'
import type { Verdict } from '#contract/packages.ts'
import type { ReadHandle } from '../store/database.ts'
import { hashFile } from '../store/durable-files.ts'

type Problem = Verdict['problems'][number]
export type AssetCheck = Readonly<{ files: number; problems: readonly Problem[] }>

/** Reads every original through and compares it with the hash it is named by. Derived ones can be made again. */
export async function verifyAssets(db: ReadHandle, pathOf: (hash: string) => string): Promise<AssetCheck> {
  const assets = db.prepare<[], { hash: string; name: string }>('SELECT hash, name FROM assets').all()
  const problems: Problem[] = []
  for (const { hash, name } of assets) {
    const path = pathOf(hash)
    if (!existsSync(path)) problems.push({ code: 'asset-missing', file: hash, detail: name })
    else if ((await hashFile(path)).hash !== hash)
      problems.push({ code: 'asset-damaged', file: hash, detail: name })
  }
  return { files: assets.length, problems }
}
