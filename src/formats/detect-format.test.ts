import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detectFormat } from './detect-format.ts'

const fixtures = 'tests/fixtures/import'
const compound = (name: string, header = Buffer.alloc(0)) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    header,
    Buffer.alloc(512 - header.length),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(64),
  ])

describe('a file is told by its bytes, never by its name', () => {
  test.each([
    ['word', readFileSync(`${fixtures}/saved-by-libreoffice.doc`)],
    ['rtf', readFileSync(`${fixtures}/rich-text-named-doc.doc`)],
    ['office', readFileSync(`${fixtures}/saved-by-libreoffice.docx`)],
    ['html', readFileSync(`${fixtures}/saved-by-libreoffice.html`)],
    ['html', Buffer.from('\ufeff<!-- saved --><html lang="vi">')],
    ['html', Buffer.from('\ufeff<html>', 'utf16le')],
    ['html', Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE html>')],
    ['text', Buffer.from('< 5 km là gần')],
    ['text', Buffer.from('Chữ thường')],
    ['text', Buffer.from('\ufeffChữ rộng', 'utf16le')],
    ['text', Buffer.from([0xf1, 0xf6, 0xf4, 0xef, 0x63])],
    ['mhtml', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related')],
    [
      'word-xml',
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'),
    ],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['picture', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['binary', Buffer.from([0, 1, 2, 3, 0, 255, 0, 1])],
    ['encrypted', compound('EncryptedPackage')],
    ['encrypted', compound('WordDocument', Buffer.from([0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0, 1]))],
    ['word', compound('WordDocument', Buffer.from([0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0, 0]))],
    ['compound', compound('Workbook')],
  ] as const)('%s', (format, bytes) => {
    expect(detectFormat(new Uint8Array(bytes))).toBe(format)
  })
})
