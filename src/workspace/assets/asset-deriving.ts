import sharp from 'sharp'
import { type Failure, failure } from '#contract/failures.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { writeDurably, writeFailure } from '#workspace/store/durable-files.ts'
import type { DerivedPicture, PictureRecipe } from '../services.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { AssetContext } from './asset-adding.ts'
import { evictDerived } from './asset-evicting.ts'
import {
  derivedPath,
  freshTemporary,
  hasFile,
  originalPath,
  placeFile,
  removeQuietly,
} from './asset-files.ts'
import { findAssetRow, findDerivedRow, replaceDerivedRow } from './asset-rows.ts'
import { readPictureMetadata } from './picture-metadata.ts'
import { openPicture, unreadable } from './picture-reading.ts'
import { type RenderedPicture, renderPicture } from './picture-rendering.ts'
import { pictureTypes } from './picture-type.ts'

/** All that decides a derived picture's bytes: the original, what is asked, and what draws it. */
export function recipeKey(original: string, recipe: PictureRecipe): string {
  return canonicalJson({ original, recipe, drawn: 2, by: [sharp.versions.sharp, sharp.versions.vips] })
}

export async function findDerived(context: AssetContext, key: string): Promise<DerivedPicture | undefined> {
  const row = findDerivedRow(context.store.read, key)
  if (!row) return undefined
  const path = derivedPath(context.paths, row.hash)
  if (!(await hasFile(path, row.bytes))) return undefined
  const { media_type: mediaType, ...rest } = row
  return { ...rest, path, mediaType }
}

/**
 * Makes a picture after a recipe and keeps it; what was evicted or lost is made again. Beyond `derivedLimit` bytes
 * of derived pictures the oldest make way.
 */
export async function makeDerived(
  context: AssetContext & Readonly<{ derivedLimit: number }>,
  original: string,
  recipe: PictureRecipe,
): Promise<Result<DerivedPicture, Failure>> {
  const rendered = await render(context, original, recipe)
  if (!rendered.ok) return rendered
  try {
    await evictDerived(context, context.derivedLimit)
    return succeed(await keepDerived(context, recipeKey(original, recipe), rendered.value))
  } catch (error) {
    return fail(writeFailure(error, context.paths.assets))
  }
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

async function keepDerived(
  context: AssetContext,
  key: string,
  rendered: RenderedPicture,
): Promise<DerivedPicture> {
  const hash = sha256Hex(rendered.bytes)
  const path = derivedPath(context.paths, hash)
  const aside = await freshTemporary(context.paths, 'derived')
  try {
    await writeDurably(aside, [rendered.bytes])
    await placeFile(aside, path)
  } finally {
    await removeQuietly(aside)
  }
  const { width, height, mediaType } = rendered
  const row = { hash, bytes: rendered.bytes.length, media_type: mediaType, width, height }
  context.store.write((db) => replaceDerivedRow(db, key, row, context.clock.now()))
  return { hash, path, bytes: row.bytes, mediaType, width, height }
}
