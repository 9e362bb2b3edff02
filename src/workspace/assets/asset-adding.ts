import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { creditLine } from '#formats/iptc/picture-texts.ts'
import type { AssetService, StoredAsset } from '#workspace/services.ts'
import type { Clock } from '#workspace/store/clock.ts'
import { copyDurably, errorCode, writeFailure } from '#workspace/store/durable-files.ts'
import type { WorkspacePaths } from '#workspace/store/paths.ts'
import type { Store } from '#workspace/store/store.ts'
import { freshTemporary, hasFile, originalPath, placeFile, removeQuietly } from './asset-files.ts'
import { findAssetRow, insertAssetRow } from './asset-rows.ts'
import { readPictureMetadata } from './picture-metadata.ts'
import { checkPicture, pictureLimits, unreadable } from './picture-reading.ts'
import { type PictureType, readPart, sniffFile } from './picture-type.ts'

export type AssetContext = Readonly<{ paths: WorkspacePaths; store: Store; clock: Clock }>
/** A scan may be a PDF as well: it is kept and shown by its name, and nobody reads it. */
type IncomingFile = Readonly<{ path: string; name: string; use?: 'picture' | 'scan' }>
type AssetType = PictureType | 'application/pdf'

/**
 * Keeps a picture as an original: copied aside while it is hashed, flushed, looked at, renamed to its hash,
 * and only then a row refers to it (DESIGN §4). The same bytes are kept once.
 */
export async function addAsset(
  context: AssetContext,
  file: IncomingFile,
): Promise<Result<StoredAsset, Failure>> {
  const type = await admit(file)
  if (!type.ok) return type
  const aside = await freshTemporary(context.paths, 'asset')
  try {
    const copied = await copyDurably(file.path, aside)
    return await keep(context, file, { ...copied, type: type.value, aside })
  } catch (error) {
    return fail(writeFailure(error, context.paths.assets))
  } finally {
    await removeQuietly(aside)
  }
}

type Take = Parameters<AssetService['take']>

/** Keeps a file of any kind as an original, once `admitCopy` has said what the copy of it is. */
export async function takeAsset(
  context: AssetContext,
  file: Take[0],
  admitCopy: Take[1],
  { signal, copied }: NonNullable<Take[2]> = {},
): Promise<Result<StoredAsset, Failure>> {
  const aside = await freshTemporary(context.paths, 'asset')
  try {
    const { hash, bytes } = await copyDurably(file.path, aside, signal, copied)
    const facts = await admitCopy({ path: aside, hash })
    if (!facts.ok) return facts
    const name = basename(file.name).normalize('NFC')
    return await keepCopy(context, aside, { hash, bytes, name, ...noTexts, ...facts.value })
  } catch (error) {
    return fail(writeFailure(error, context.paths.assets))
  } finally {
    await removeQuietly(aside)
  }
}

const noTexts = { caption: '', credit: '', alt: '', copyright: '' }

async function keepCopy(
  context: AssetContext,
  aside: string,
  asset: StoredAsset,
): Promise<Result<StoredAsset, Failure>> {
  const place = originalPath(context.paths, asset.hash)
  const known = findAssetRow(context.store.read, asset.hash)
  if (known && (await hasFile(place, known.bytes))) return succeed(known)
  await placeFile(aside, place)
  context.store.write((db) => insertAssetRow(db, asset, context.clock.now()))
  return succeed(asset)
}

async function admit(file: IncomingFile): Promise<Result<AssetType, Failure>> {
  const { name } = file
  try {
    const { size } = await stat(file.path)
    if (size === 0) return fail(failure('file-empty', { name }))
    if (size > pictureLimits.bytes) {
      return fail(failure('file-too-large', { name, bytes: size, limit: pictureLimits.bytes }))
    }
    const sniffed = await sniffFile(file.path)
    if (sniffed.kind === 'picture') return succeed(sniffed.type)
    if (file.use === 'scan' && sniffed.detected === 'application/pdf') return await admitPdf(file, size)
    return fail(failure('format-unknown', { name, detected: sniffed.detected }))
  } catch (error) {
    const detail = errorCode(error)
    if (detail === undefined) throw error
    return fail(failure('file-unreadable', { name, detail }))
  }
}

/** A PDF that was cut off on its way does not end as one. */
async function admitPdf({ path, name }: IncomingFile, size: number): Promise<Result<AssetType, Failure>> {
  const end = await readPart(path, Math.max(0, size - 2048), 2048)
  if (end.includes('%%EOF')) return succeed('application/pdf')
  return fail(failure('format-damaged', { name, detail: 'PDF', line: null }))
}

type Copied = Readonly<{ hash: string; bytes: number; type: AssetType; aside: string }>

async function keep(
  context: AssetContext,
  file: IncomingFile,
  copied: Copied,
): Promise<Result<StoredAsset, Failure>> {
  const place = originalPath(context.paths, copied.hash)
  const known = findAssetRow(context.store.read, copied.hash)
  if (known && (await hasFile(place, known.bytes))) return succeed(known)
  const described = await describe(file, copied)
  if (!described.ok) return described
  await placeFile(copied.aside, place)
  context.store.write((db) => insertAssetRow(db, described.value, context.clock.now()))
  return described
}

async function describe(file: IncomingFile, copied: Copied): Promise<Result<StoredAsset, Failure>> {
  const name = basename(file.name).normalize('NFC')
  const { hash, bytes, type } = copied
  if (type !== 'application/pdf') return describePicture(name, { ...copied, type })
  const none = { width: null, height: null, caption: '', credit: '', alt: '', copyright: '' }
  return succeed({ hash, bytes, mediaType: type, name, ...none })
}

async function describePicture(
  name: string,
  copied: Copied & Readonly<{ type: PictureType }>,
): Promise<Result<StoredAsset, Failure>> {
  const size = await checkPicture({ path: copied.aside, name, type: copied.type })
  if (!size.ok) return size
  try {
    const { texts } = await readPictureMetadata(copied.aside, copied.type)
    return succeed({
      hash: copied.hash,
      bytes: copied.bytes,
      mediaType: copied.type,
      name,
      width: size.value.width,
      height: size.value.height,
      caption: texts.caption,
      credit: creditLine(texts),
      alt: texts.alt,
      copyright: texts.copyright,
    })
  } catch (error) {
    return fail(unreadable(name, error))
  }
}
