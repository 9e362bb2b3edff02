import { open } from 'node:fs/promises'

/** The kinds of picture a newsroom's cameras, phones and chats produce, told by their first bytes. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/gif'] as const
export type PictureType = (typeof pictureTypes)[number]

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** What a file is by its bytes, never by its name: a picture type, or what it looks like instead. */
export type SniffedType =
  | Readonly<{ kind: 'picture'; type: PictureType }>
  | Readonly<{ kind: 'other'; detected: string }>

export function sniffPictureType(head: Uint8Array): SniffedType {
  const ascii = Buffer.from(head).toString('latin1')
  if (ascii.startsWith('\xff\xd8\xff')) return picture('image/jpeg')
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return picture('image/png')
  if (/^GIF8[79]a/.test(ascii)) return picture('image/gif')
  if (ascii.startsWith('RIFF') && ascii.startsWith('WEBP', 8)) return picture('image/webp')
  if (ascii.startsWith('ftyp', 4)) return sniffIsoMedia(ascii)
  return { kind: 'other', detected: otherType(ascii) }
}

export async function sniffFile(path: string): Promise<SniffedType> {
  return sniffPictureType(await readPart(path, 0, 64))
}

/** At most `length` bytes of a file, from `from` on. */
export async function readPart(path: string, from: number, length: number): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function picture(type: PictureType): SniffedType {
  return { kind: 'picture', type }
}

/** AVIF shares the box format, often with `mif1` as major brand: its compatible brands say so. */
function sniffIsoMedia(ascii: string): SniffedType {
  const major = ascii.slice(8, 12)
  const compatible = ascii.slice(16)
  if (major === 'avif' || major === 'avis') return { kind: 'other', detected: 'image/avif' }
  if (major === 'mif1' && compatible.includes('avif')) return { kind: 'other', detected: 'image/avif' }
  if (heicBrands.includes(major)) return picture('image/heic')
  return { kind: 'other', detected: 'video/mp4' }
}

function otherType(ascii: string): string {
  if (ascii === '') return 'empty'
  if (ascii.startsWith('%PDF-')) return 'application/pdf'
  if (ascii.startsWith('PK\x03\x04')) return 'application/zip'
  if (ascii.startsWith('BM')) return 'image/bmp'
  if (ascii.startsWith('II*\0') || ascii.startsWith('MM\0*')) return 'image/tiff'
  if (/^\s*(<\?xml[^>]*>\s*)?<svg/i.test(ascii)) return 'image/svg+xml'
  return 'unknown'
}
