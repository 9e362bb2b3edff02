import sharp from 'sharp'
import { type Failure, failure } from '#contract/failures.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { writeDurably } from '#workspace/store/durable-files.ts'
import type { MediaFileFacts, PictureRecipe } from '../services.ts'
import type { AssetContext } from './asset-adding.ts'
import { hasFile, originalPath } from './asset-files.ts'
import { findAssetRow } from './asset-rows.ts'
import { readPictureMetadata } from './picture-metadata.ts'
import { openPicture, unreadable } from './picture-reading.ts'
import { type RenderedPicture, renderPicture } from './picture-rendering.ts'
import { pictureTypes } from './picture-type.ts'

/** All that decides a derived picture's bytes: the original, what is asked, and what draws it. */
export function recipeKey(original: string, recipe: PictureRecipe): string {
  return canonicalJson({ original, recipe, drawn: 2, by: [sharp.versions.sharp, sharp.versions.vips] })
}

/**
 * Makes a picture after a recipe and keeps it; what was evicted or lost is made again.
 */
export async function makePicture(
  context: AssetContext,
  original: string,
  recipe: PictureRecipe,
  aside: string,
): Promise<Result<MediaFileFacts, Failure>> {
  const rendered = await render(context, original, recipe)
  if (!rendered.ok) return rendered
  await writeDurably(aside, [rendered.value.bytes])
  const { width, height, mediaType } = rendered.value
  return succeed({ width, height, mediaType })
}

async function render(
  context: AssetContext,
  original: string,
  recipe: PictureRecipe,
): Promise<Result<RenderedPicture, Failure>> {
  const asset = findAssetRow(context.store.read, original)
  const path = originalPath(context.paths, original)
  const type = pictureTypes.find((known) => known === asset?.mediaType)
  if (!asset || !type || !(await hasFile(path, asset.bytes))) {
    return fail(failure('asset-missing', { asset: original }))
  }
  const picture = await openPicture({ path, name: asset.name, type })
  if (!picture.ok) return picture
  try {
    const metadata = await readPictureMetadata(path, type)
    return await renderPicture(picture.value, metadata, recipe, asset.name)
  } catch (error) {
    return fail(unreadable(asset.name, error))
  }
}
