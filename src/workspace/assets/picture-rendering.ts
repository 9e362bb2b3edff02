import type { Sharp } from 'sharp'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { insertIim } from '#formats/iptc/jpeg-segments.ts'
import { type PictureTexts, textNames } from '#formats/iptc/xmp-names.ts'
import { writeXmp } from '#formats/iptc/xmp-writing.ts'
import type { PictureRecipe } from '../services.ts'
import { type PictureMetadata, readPictureMetadata } from './picture-metadata.ts'
import type { OpenPicture } from './picture-reading.ts'

export type RenderedPicture = Readonly<{ bytes: Buffer; width: number; height: number; mediaType: string }>

const standardQuality = 82

/**
 * Makes a rendition: upright, in sRGB, with what the original says of itself kept as XMP (and IPTC-IIM in
 * JPEG) and read again afterwards. EXIF is left behind: it holds where a picture was taken and by which phone.
 */
export async function renderPicture(
  picture: OpenPicture,
  original: PictureMetadata,
  recipe: PictureRecipe,
  name: string,
): Promise<Result<RenderedPicture, Failure>> {
  const { data, info } = await encode(resized(picture.pixels, recipe), recipe)
    .withXmp(writeXmp(original.texts, original.xmp))
    .toBuffer({ resolveWithObject: true })
  const bytes = recipe.format === 'jpeg' ? withIim(data, original.iim) : data
  const lost = await lostTexts(bytes, original.texts, recipe)
  if (lost.length > 0) return fail(failure('metadata-lost', { name, fields: [...lost] }))
  return succeed({ bytes, width: info.width, height: info.height, mediaType: mediaTypeOf(recipe) })
}

/** The texts that a picture should carry and does not. */
async function lostTexts(
  bytes: Buffer,
  expected: PictureTexts,
  recipe: Pick<PictureRecipe, 'format'>,
): Promise<readonly (keyof PictureTexts)[]> {
  const { texts } = await readPictureMetadata(bytes, mediaTypeOf(recipe))
  return textNames.filter((name) => texts[name] !== expected[name])
}

function mediaTypeOf({ format }: Pick<PictureRecipe, 'format'>): 'image/jpeg' | 'image/webp' | 'image/png' {
  return `image/${format}`
}

function resized(pixels: Sharp, { width, height }: PictureRecipe): Sharp {
  return pixels.resize({
    width,
    ...(height === null ? {} : { height }),
    fit: 'inside',
    withoutEnlargement: true,
  })
}

function encode(pixels: Sharp, { format, quality = standardQuality }: PictureRecipe): Sharp {
  switch (format) {
    case 'jpeg':
      return pixels.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true })
    case 'webp':
      return pixels.webp({ quality })
    case 'png':
      return pixels.png({ compressionLevel: 9 })
  }
}

/** A block too long for one segment is left out: all its texts stand in the XMP as well. */
function withIim(jpeg: Buffer, block: Uint8Array | undefined): Buffer {
  const joined = block && insertIim(jpeg, block)
  return joined ? Buffer.from(joined) : jpeg
}
