import sharp, { type Sharp } from 'sharp'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { decodeHeic } from './heic.ts'
import type { PictureType } from './picture-type.ts'

/** Limits that stop a picture made to fill memory, well above what cameras make. */
export const pictureLimits = {
  bytes: 150 * 1024 * 1024,
  pixels: 210_000_000,
  heicPixels: 64_000_000,
} as const

/** An upright picture ready to be resized, and its size in pixels once upright. */
export type OpenPicture = Readonly<{ pixels: Sharp; width: number; height: number }>

/**
 * Opens a picture and turns it upright by its EXIF orientation; the file is not touched (MEDIA1). HEIC is
 * decoded here, other formats while they are resized.
 */
export async function openPicture(
  source: Readonly<{ path: string; name: string; type: PictureType }>,
): Promise<Result<OpenPicture, Failure>> {
  try {
    if (source.type === 'image/heic') return succeed(await openHeic(source.path))
    return succeed(await openWithSharp(source.path))
  } catch (error) {
    return fail(unreadable(source.name, error))
  }
}

/** Decodes the whole picture once, so that a truncated or damaged one is told before it is kept. */
export async function checkPicture(
  source: Readonly<{ path: string; name: string; type: PictureType }>,
): Promise<Result<Readonly<{ width: number; height: number }>, Failure>> {
  const opened = await openPicture(source)
  if (!opened.ok) return opened
  const { pixels, width, height } = opened.value
  try {
    await pixels.resize(64, 64, { fit: 'inside' }).raw().toBuffer()
    return succeed({ width, height })
  } catch (error) {
    return fail(unreadable(source.name, error))
  }
}

async function openWithSharp(path: string): Promise<OpenPicture> {
  const pixels = sharp(path, { limitInputPixels: pictureLimits.pixels, failOn: 'error' }).autoOrient()
  const { autoOrient } = await pixels.metadata()
  if (autoOrient.width * autoOrient.height > pictureLimits.pixels) throw new Error('too many pixels')
  return { pixels, width: autoOrient.width, height: autoOrient.height }
}

async function openHeic(path: string): Promise<OpenPicture> {
  const { width, height, data } = await decodeHeic(path, pictureLimits.heicPixels)
  return { pixels: sharp(data, { raw: { width, height, channels: 4 } }), width, height }
}

export function unreadable(name: string, error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error)
  return failure('picture-unreadable', { name, detail: detail.split('\n')[0] ?? '' })
}
