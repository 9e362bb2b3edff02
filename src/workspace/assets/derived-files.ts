import type { Failure } from '#contract/failures.ts'
import { type Result, succeed } from '#domain/result.ts'
import { flushFile, hashFile } from '#workspace/store/durable-files.ts'
import type { DerivedFile, Deriving, MediaFileFacts } from '../services.ts'
import { derivedPath } from '../store/paths.ts'
import type { AssetContext } from './asset-adding.ts'
import { evictDerived } from './asset-evicting.ts'
import { freshTemporary, hasFile, placeFile, removeQuietly } from './asset-files.ts'
import { findDerivedRow, replaceDerivedRow } from './asset-rows.ts'

export async function findDerived(context: AssetContext, recipe: string): Promise<DerivedFile | undefined> {
  const row = findDerivedRow(context.store.read, recipe)
  if (!row) return undefined
  const path = derivedPath(context.paths, row.hash)
  if (!(await hasFile(path, row.bytes))) return undefined
  const { media_type: mediaType, ...rest } = row
  return { ...rest, path, mediaType }
}

/**
 * Makes a file by its recipe and keeps it under the hash of its bytes: written aside, flushed, renamed, and only then
 * a row says that it is there. Beyond `derivedLimit` bytes of derived files the oldest make way.
 */
export async function makeDerived(
  context: AssetContext & Readonly<{ derivedLimit: number }>,
  { recipe, make }: Deriving,
): Promise<Result<DerivedFile, Failure>> {
  const aside = await freshTemporary(context.paths, 'derived')
  try {
    const made = await make(aside)
    if (!made.ok) return made
    await evictDerived(context, context.derivedLimit)
    return succeed(await keepDerived(context, recipe, aside, made.value))
  } finally {
    await removeQuietly(aside)
  }
}

async function keepDerived(
  context: AssetContext,
  recipe: string,
  aside: string,
  { mediaType, width, height }: MediaFileFacts,
): Promise<DerivedFile> {
  await flushFile(aside)
  const { hash, bytes } = await hashFile(aside)
  const path = derivedPath(context.paths, hash)
  await placeFile(aside, path)
  const row = { hash, bytes, media_type: mediaType, width, height }
  context.store.write((db) => replaceDerivedRow(db, recipe, row, context.clock.now()))
  return { hash, path, bytes, mediaType, width, height }
}
