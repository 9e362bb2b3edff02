import sharp from 'sharp'
import { failure } from '#contract/failures.ts'
import { fail, succeed } from '#domain/result.ts'
import type { AssetService, Deriving } from '#workspace/services.ts'
import { writeFailure } from '#workspace/store/durable-files.ts'
import { makeBounded } from '../binding/bounded.ts'
import { type AssetContext, addAsset, takeAsset } from './asset-adding.ts'
import { makePicture, recipeKey } from './asset-deriving.ts'
import { originalPath } from './asset-files.ts'
import { findAssetRow } from './asset-rows.ts'
import { findDerived, makeDerived } from './derived-files.ts'

/** Two pictures at a time, each on one thread: a slow machine stays usable, and memory bounded. */
const picturesAtATime = 2
/** Derived files beyond this many bytes are evicted, oldest first: a copy of an hour's clip takes about one GiB. */
const usualDerivedLimit = 12 * 2 ** 30

/** Files by the SHA-256 of their bytes, and pictures derived from them. */
export function createAssetService(
  context: AssetContext & Readonly<{ derivedLimit?: number }>,
): AssetService {
  const { derivedLimit = usualDerivedLimit } = context
  sharp.concurrency(1)
  sharp.cache(false)
  const bounded = makeBounded(picturesAtATime)
  const underWay = new Map<string, ReturnType<AssetService['deriveFile']>>()
  async function deriveFile(deriving: Deriving): ReturnType<AssetService['deriveFile']> {
    const { recipe } = deriving
    const kept = await findDerived(context, recipe)
    if (kept) return succeed(kept)
    const running = underWay.get(recipe)
    if (running) return running
    const made = makeDerived({ ...context, derivedLimit }, deriving)
      .catch((error: unknown) => fail(writeFailure(error, context.paths.assets)))
      .finally(() => underWay.delete(recipe))
    underWay.set(recipe, made)
    return made
  }
  return {
    add: (file) => bounded(() => addAsset(context, file)),
    take: (file, admit, control) => takeAsset(context, file, admit, control),
    find(hash) {
      const found = findAssetRow(context.store.read, hash)
      return found ? succeed(found) : fail(failure('asset-missing', { asset: hash }))
    },
    pathOf: (hash) => originalPath(context.paths, hash),
    findDerived: (recipe) => findDerived(context, recipe),
    deriveFile,
    async derive(original, recipe) {
      const made = await deriveFile({
        recipe: recipeKey(original, recipe),
        make: (aside) => bounded(() => makePicture(context, original, recipe, aside)),
      })
      if (!made.ok) return made
      const { width, height } = made.value
      return succeed({ ...made.value, width: width ?? 0, height: height ?? 0 })
    },
  }
}
