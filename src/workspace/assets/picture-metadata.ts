import exifr from 'exifr'
import sharp from 'sharp'
import { findIim } from '#formats/iptc/iim.ts'
import { type PictureBlocks, readPictureTexts } from '#formats/iptc/picture-texts.ts'
import type { PictureTexts } from '#formats/iptc/xmp-names.ts'
import type { PictureType } from './picture-type.ts'

/** What a picture file says of itself, with the blocks that a rendition has to keep. */
export type PictureMetadata = Readonly<{
  texts: PictureTexts
  xmp: string | undefined
  iim: Uint8Array | undefined
}>

/** What cameras write when nobody wrote anything. */
const cameraCaption =
  /^(olympus|sony|samsung|nikon|konica|minolta|kodak|panasonic|fujifilm|digital)[a-z0-9 ]*(camera|dsc|csc)$/i

export async function readPictureMetadata(
  source: string | Buffer,
  type: PictureType,
): Promise<PictureMetadata> {
  const blocks = await readBlocks(source, type)
  return { texts: readPictureTexts(blocks), xmp: blocks.xmp, iim: blocks.iim }
}

/** libvips reads the boxes of HEIC but not every file's: then only the texts are unknown, not the picture. */
async function readBlocks(source: string | Buffer, type: PictureType): Promise<PictureBlocks> {
  try {
    const { xmp, iptc, exif } = await sharp(source).metadata()
    return {
      xmp: xmp && new TextDecoder().decode(xmp),
      iim: iptc && findIim(iptc),
      exif: exif ? await readExif(bareTiff(exif)) : {},
    }
  } catch (error) {
    if (type !== 'image/heic') throw error
    return { xmp: undefined, iim: undefined, exif: {} }
  }
}

/** EXIF is a TIFF file; JPEG and WebP put a header before it. */
function bareTiff(exif: Buffer): Buffer {
  return exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif
}

/** A damaged EXIF block costs its texts, not the picture. */
async function readExif(source: Buffer): Promise<Partial<PictureTexts>> {
  try {
    const tags: unknown = await exifr.parse(source, ['ImageDescription', 'Artist', 'Copyright'])
    const caption = textTag(tags, 'ImageDescription')
    return {
      caption: cameraCaption.test(caption.trim()) ? '' : caption,
      creator: textTag(tags, 'Artist'),
      copyright: textTag(tags, 'Copyright'),
    }
  } catch {
    return {}
  }
}

function textTag(tags: unknown, name: string): string {
  if (typeof tags !== 'object' || tags === null) return ''
  const value: unknown = Reflect.get(tags, name)
  return typeof value === 'string' ? value : ''
}
