import { expect, test } from 'vitest'
import { sniffPictureType } from './picture-type.ts'

function sniff(start: string): string {
  const found = sniffPictureType(Buffer.from(start, 'latin1'))
  return found.kind === 'picture' ? found.type : `other: ${found.detected}`
}

const box = (major: string, compatible = '') => `\0\0\0\x18ftyp${major}\0\0\0\0${compatible}`

const kinds: Readonly<Record<string, string>> = {
  '\xff\xd8\xff\xe1': 'image/jpeg',
  '\x89PNG\r\n\x1a\n': 'image/png',
  GIF89a: 'image/gif',
  'RIFF\x10\0\0\0WEBPVP8 ': 'image/webp',
  'RIFF\x10\0\0\0AVI LIST': 'other: unknown',
  [box('heic', 'mif1heic')]: 'image/heic',
  [box('mif1', 'mif1heic')]: 'image/heic',
  [box('mif1', 'avifmif1')]: 'other: image/avif',
  [box('avif')]: 'other: image/avif',
  [box('isom', 'mp42')]: 'other: video/mp4',
  '%PDF-1.7': 'other: application/pdf',
  'PK\x03\x04': 'other: application/zip',
  'II*\0': 'other: image/tiff',
  BM6: 'other: image/bmp',
  '<?xml version="1.0"?><svg xmlns="': 'other: image/svg+xml',
  '': 'other: empty',
}

for (const [start, kind] of Object.entries(kinds)) {
  test(`bytes that begin with ${JSON.stringify(start)} are ${kind}`, () => {
    expect(sniff(start)).toBe(kind)
  })
}
