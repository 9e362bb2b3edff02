import sharp from 'sharp'
import { failure } from '#contract/failures.ts'
import { fail, succeed } from '#domain/result.ts'
import type { AssetService } from '#workspace/services.ts'
import { type AssetContext, addAsset } from './asset-adding.ts'
import { findDerived, makeDerived, recipeKey } from './asset-deriving.ts'
import { originalPath } from './asset-files.ts'
import { findAssetRow } from './asset-rows.ts'
import { makeBounded } from './bounded.ts'

/** Two pictures at a time, each on one thread: a slow machine stays usable, and memory bounded. */
const picturesAtATime = 2
/** Derived pictures beyond this many bytes are evicted, oldest first. */
const usualDerivedLimit = 2 * 2 ** 30

/** Files by the SHA-256 of their bytes, and pictures derived from them. */
export function createAssetService(
  context: AssetContext & Readonly<{ derivedLimit?: number }>,
): AssetService {
  const { derivedLimit = usualDerivedLimit } = context
  sharp.concurrency(1)
  sharp.cache(false)
  const bounded = makeBounded(picturesAtATime)
  const underWay = new Map<string, ReturnType<AssetService['derive']>>()
  return {
    add: (file) => bounded(() => addAsset(context, file)),
    find(hash) {
      const found = findAssetRow(context.store.read, hash)
      return found ? succeed(found) : fail(failure('asset-missing', { asset: hash }))
    },
    pathOf: (hash) => originalPath(context.paths, hash),
    async derive(original, recipe) {
      const key = recipeKey(original, recipe)
      const kept = await findDerived(context, key)
      if (kept) return succeed(kept)
      const running = underWay.get(key)
      if (running) return running
      const made = bounded(() => makeDerived({ ...context, derivedLimit }, original, recipe)).finally(() =>
        underWay.delete(key),
      )
      underWay.set(key, made)
      return made
    },
  }
}
