import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findIim, readDatasets, readIim, writeDatasets } from './iim.ts'
import { insertIim } from './jpeg-segments.ts'
import { creditLine, readPictureTexts } from './picture-texts.ts'
import { noTexts, textNames } from './xmp-names.ts'
import { readXmp } from './xmp-reading.ts'
import { writeXmp } from './xmp-writing.ts'

const encoder = new TextEncoder()
const utf8Mark = { record: 1, dataset: 90, value: encoder.encode('\u001b%G') }
const caption = (text: string) => ({ record: 2, dataset: 120, value: encoder.encode(text) })

test('datasets are written and read back', () => {
  const value = fc.uint8Array({ maxLength: 400 })
  const dataset = fc.record({ record: fc.integer({ min: 1, max: 9 }), dataset: fc.nat(255), value })
  fc.assert(
    fc.property(fc.array(dataset), (datasets) => {
      expect(readDatasets(writeDatasets(datasets))).toEqual(datasets)
    }),
    { numRuns: 100 },
  )
})

test('a block cut anywhere gives its whole datasets and never throws', () => {
  const whole = writeDatasets([utf8Mark, caption('Đồi chè'), caption('Sông Cầu')])
  for (let end = 0; end <= whole.length; end += 1) {
    expect(readIim(whole.subarray(0, end)).size).toBeLessThanOrEqual(1)
  }
})

test('text is UTF-8 when it says so or is, and Latin-1 otherwise', () => {
  const latin = { record: 2, dataset: 120, value: Uint8Array.from([0x43, 0x61, 0x66, 0xe9]) }
  expect(readIim(writeDatasets([utf8Mark, caption('Đồi chè')])).get(120)).toEqual(['Đồi chè'])
  expect(readIim(writeDatasets([caption('Đồi chè')])).get(120)).toEqual(['Đồi chè'])
  expect(readIim(writeDatasets([latin])).get(120)).toEqual(['Café'])
})

test('a block is found again among Photoshop resources, whatever its length', () => {
  for (const text of ['a', 'ab', 'Đồi chè Tân Cương']) {
    const block = writeDatasets([caption(text)])
    const jpeg = insertIim(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xdb]), block)
    const payload = jpeg?.subarray(12, 12 + 14 + 12 + block.length)
    expect(payload && findIim(payload)).toEqual(block)
    expect(jpeg?.subarray(-2)).toEqual(Uint8Array.from([0xff, 0xdb]))
  }
})

test('a block that does not fit a segment, and bytes that are no JPEG, are not joined', () => {
  expect(insertIim(Uint8Array.from([0xff, 0xd8, 0xff, 0xdb]), new Uint8Array(65_530))).toBeUndefined()
  expect(insertIim(encoder.encode('PNG'), writeDatasets([caption('a')]))).toBeUndefined()
})

const anyText = fc.string({ unit: 'binary', maxLength: 40 }).map((text) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}\ufeff]/gu, '')
    .normalize('NFC')
    .trim(),
)
const anyTexts = fc.record(
  Object.fromEntries(textNames.map((name) => [name, anyText])) as Record<
    (typeof textNames)[number],
    typeof anyText
  >,
)

test('XMP holds every text it is given, with markup and quotes in it', () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      expect(readPictureTexts({ xmp: writeXmp(texts, undefined), iim: undefined, exif: {} })).toEqual(texts)
    }),
    { numRuns: 200 },
  )
})

test('what an original packet says is kept whole, and only what it leaves out is added', () => {
  const original = writeXmp({ ...noTexts, caption: 'Gốc <&>' }, undefined)
  const both = writeXmp({ ...noTexts, caption: 'Gốc <&>', credit: 'TTXVN' }, original)
  expect(both.startsWith(original.slice(0, original.lastIndexOf('</rdf:RDF>')))).toBe(true)
  expect(readXmp(both)).toMatchObject({ caption: 'Gốc <&>', credit: 'TTXVN' })
  expect(writeXmp({ ...noTexts, caption: 'Gốc <&>' }, original)).toBe(original)
})

test('properties are read as attributes, as elements, per language and in lists', () => {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <r:Description r:about="" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:Credit="Báo &amp; Đài">
      <d:description><r:Alt><r:li xml:lang="en">Tea</r:li><r:li xml:lang="x-default">Trà</r:li></r:Alt></d:description>
      <d:creator><r:Seq><r:li>Nam</r:li><r:li>Hà</r:li></r:Seq></d:creator>
      <p:Headline>Tít</p:Headline>
    </r:Description></r:RDF></x:xmpmeta>`
  expect(readXmp(packet)).toMatchObject({
    credit: 'Báo & Đài',
    caption: 'Trà',
    creator: 'Nam, Hà',
    headline: 'Tít',
  })
})

test('entities of a document type are not expanded and damage costs only what stands behind it', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${writeXmp(
    { ...noTexts, caption: 'Trước', credit: 'Sau' },
    undefined,
  ).replace('Sau', '&b;')}`
  expect(readXmp(bomb).caption).toBe('Trước')
  expect(readXmp(bomb).credit).not.toContain('aaaa')
})

test('XMP stands before IIM, IIM before EXIF', () => {
  const texts = readPictureTexts({
    xmp: writeXmp({ ...noTexts, caption: 'XMP' }, undefined),
    iim: writeDatasets([caption('IIM'), { record: 2, dataset: 110, value: encoder.encode('IIM') }]),
    exif: { caption: 'EXIF', credit: 'EXIF', creator: 'EXIF\0' },
  })
  expect(texts).toMatchObject({ caption: 'XMP', credit: 'IIM', creator: 'EXIF' })
})

test('a credit line names who made a picture and who owns it, once', () => {
  expect(creditLine({ ...noTexts, creator: 'Nam', credit: 'Báo TN' })).toBe('Nam / Báo TN')
  expect(creditLine({ ...noTexts, creator: 'TTXVN', credit: 'TTXVN' })).toBe('TTXVN')
  expect(creditLine({ ...noTexts, copyright: '© Báo TN' })).toBe('© Báo TN')
})
