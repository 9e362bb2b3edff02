import sharp from 'sharp'
import { writeDatasets } from '#formats/iptc/iim.ts'
import { insertIim } from '#formats/iptc/jpeg-segments.ts'
import { noTexts, type PictureTexts } from '#formats/iptc/xmp-names.ts'
import { writeXmp } from '#formats/iptc/xmp-writing.ts'

export const credited: PictureTexts = {
  ...noTexts,
  caption: 'Đồi chè Tân Cương trong sương sớm & "nắng" <mới>',
  creator: 'Hoàng Nam',
  credit: 'Báo Thái Nguyên',
  copyright: '© 2026 Báo Thái Nguyên',
  alt: 'Đồi chè xanh phủ sương',
}

export type PictureRequest = Readonly<{
  format?: 'jpeg' | 'png' | 'webp' | 'gif'
  width?: number
  height?: number
  texts?: PictureTexts
  orientation?: number
  seed?: number
}>

/** A picture with a red left half and a blue right half, before any orientation is applied. */
export async function makePicture({
  format = 'jpeg',
  width = 60,
  height = 40,
  texts,
  orientation,
  seed = 0,
}: PictureRequest = {}): Promise<Buffer> {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: '#0000cc' }
  const picture = sharp({ create: { width, height, channels: 3, background: { r: 204, g: seed, b: 0 } } })
    .composite([{ input: { create: half }, left: width - half.width, top: 0 }])
    .toFormat(format)
  if (texts) picture.withXmp(writeXmp(texts, undefined))
  if (orientation !== undefined) picture.withMetadata({ orientation })
  return picture.toBuffer()
}

/** A JPEG whose only metadata is an IPTC-IIM block, as older picture desks write it. */
export async function makeIimPicture(values: Readonly<Record<number, string>>): Promise<Buffer> {
  const encoder = new TextEncoder()
  const datasets = Object.entries(values).map(([dataset, text]) => ({
    record: 2,
    dataset: Number(dataset),
    value: encoder.encode(text),
  }))
  const utf8 = { record: 1, dataset: 90, value: encoder.encode('\u001b%G') }
  const joined = insertIim(await makePicture(), writeDatasets([utf8, ...datasets]))
  if (!joined) throw new Error('The made picture is no JPEG')
  return Buffer.from(joined)
}
