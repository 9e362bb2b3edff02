import { readIim } from './iim.ts'
import { noTexts, type PictureTexts, textNames, textProperties } from './xmp-names.ts'
import { readXmp } from './xmp-reading.ts'

/** The blocks of metadata that a picture file can carry; EXIF texts are already decoded. */
export type PictureBlocks = Readonly<{
  xmp: string | undefined
  iim: Uint8Array | undefined
  exif: Readonly<Partial<PictureTexts>>
}>

/** What a picture says of itself. Where the blocks disagree, XMP stands before IIM and IIM before EXIF. */
export function readPictureTexts(blocks: PictureBlocks): PictureTexts {
  const fromXmp = blocks.xmp === undefined ? {} : readXmp(blocks.xmp)
  const fromIim = blocks.iim === undefined ? {} : textsOfIim(blocks.iim)
  return firstSaid([fromXmp, fromIim, blocks.exif])
}

/** Who made a picture and who owns it, as one line under it: "Hoàng Nam / Báo Thái Nguyên". */
export function creditLine(texts: PictureTexts): string {
  const parts = [texts.creator, texts.credit || texts.source].filter((part) => part !== '')
  const line = parts.filter((part, at) => !parts.slice(0, at).includes(part)).join(' / ')
  return line || texts.copyright
}

function firstSaid(sources: readonly Readonly<Partial<PictureTexts>>[]): PictureTexts {
  const texts = { ...noTexts }
  for (const name of textNames) {
    texts[name] = sources.map((source) => clean(source[name] ?? '')).find((text) => text !== '') ?? ''
  }
  return texts
}

function textsOfIim(block: Uint8Array): Partial<PictureTexts> {
  const values = readIim(block)
  const texts: { -readonly [Name in keyof PictureTexts]?: string } = {}
  for (const name of textNames) {
    const dataset = textProperties[name].iim
    if (dataset !== null) texts[name] = (values.get(dataset) ?? []).join(', ')
  }
  return texts
}

/** Cameras fill fields with spaces and zero bytes; names of software are no captions either. */
function clean(text: string): string {
  return text.replaceAll('\0', ' ').replace(/\r\n?/g, '\n').trim().normalize('NFC')
}
