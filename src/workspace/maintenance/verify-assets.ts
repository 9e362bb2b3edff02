import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Verdict } from '#contract/packages.ts'
import type { ReadHandle } from '../store/database.ts'

type Problem = Verdict['problems'][number]
export type AssetCheck = Readonly<{ files: number; problems: readonly Problem[] }>

/** Reads every original through and compares it with the hash it is named by. Derived ones can be made again. */
export async function verifyAssets(db: ReadHandle, pathOf: (hash: string) => string): Promise<AssetCheck> {
  const assets = db.prepare<[], { hash: string; name: string }>('SELECT hash, name FROM assets').all()
  const problems: Problem[] = []
  for (const { hash, name } of assets) {
    const path = pathOf(hash)
    if (!existsSync(path)) problems.push({ code: 'asset-missing', file: hash, detail: name })
    else if ((await hashOf(path)) !== hash) problems.push({ code: 'asset-damaged', file: hash, detail: name })
  }
  return { files: assets.length, problems }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
