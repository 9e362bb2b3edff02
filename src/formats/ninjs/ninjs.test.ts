import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PortalText } from '#domain/portal-text.ts'
import { makeBlock, makePortalText, pictureHash } from '#formats/portal-html/portal-making.test-kit.ts'
import { besideProject } from '#tests/beside-project.ts'
import { renderNinjs } from './ninjs.ts'
import { hashUri } from './pictures.ts'

const schema = besideProject('schemas/ninjs-schema_3.1.json')

const full = makePortalText({
  blocks: [
    makeBlock('title', 'Khai mạc Lễ hội Trà'),
    makeBlock('lead', 'Hơn 200 gian hàng.'),
    makeBlock('paragraph', 'Sáng 24/11, lễ hội mở cửa.'),
    makeBlock('figure', 'Đồi chè', { asset: pictureHash, alt: 'Đồi chè xanh', credit: 'Hoàng Nam' }),
  ],
  metadata: {
    penName: 'Nam Hoàng',
    section: 'culture',
    topic: 'Lễ hội Trà 2026',
    genre: 'news',
    source: 'TTXVN',
    rights: 'Được đăng lại khi ghi nguồn',
    embargo: '2026-11-25T07:00:00+07:00',
  },
})

const texts: Readonly<Record<string, PortalText>> = {
  'a full text': full,
  'a bare text': makePortalText({ blocks: [], metadata: { byline: '', place: '' }, newsroom: '' }),
  'a preview': { ...full, preview: true, approvedAt: null },
  'a translation': {
    ...full,
    language: 'en',
    document: `translation:${full.articleId}:en`,
    languages: ['vi', 'en'],
  },
  'an embargo that is no date': makePortalText({ metadata: { embargo: 'sau lễ khai mạc' } }),
}

function parsed(text: PortalText): Record<string, unknown> {
  return JSON.parse(renderNinjs(text))
}

function publishedSchema() {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  // The schema points to GeoJSON on the web for places; our items name places in words only.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', not: {} })
  return ajv.compile(JSON.parse(schema.read().toString()))
}

describe.runIf(schema.present)(schema.title('against the published schema of ninjs 3.1'), () => {
  test.each(Object.entries(texts))('%s is valid', (_, text) => {
    const validate = publishedSchema()
    validate(parsed(text))
    expect(validate.errors ?? []).toEqual([])
  })

  test('what is not ninjs 3.1 is refused', () => {
    const validate = publishedSchema()
    expect(validate({ ...parsed(full), headline: 'ninjs 1' })).toBe(false)
    expect(validate({ ...parsed(full), embargoedUntil: 'mai' })).toBe(false)
  })
})

test('an item says what it is, in which language, of which revision and since when', () => {
  expect(parsed(full)).toMatchObject({
    uri: 'urn:uuid:0199a000-0000-7000-8000-00000000000a',
    standard: { name: 'ninjs', version: '3.1' },
    representationType: 'full',
    version: 'ef'.repeat(32),
    firstCreated: '2026-11-24T08:02:03+07:00',
    versionCreated: '2026-11-24T08:02:03+07:00',
    pubStatus: 'usable',
    language: 'vi',
    title: 'Khai mạc Lễ hội Trà',
    by: 'Nam Hoàng',
    copyrightHolder: 'Báo Thái Nguyên',
    usageTerms: 'Được đăng lại khi ghi nguồn',
    embargoedUntil: '2026-11-25T07:00:00+07:00',
    edNote: 'Không đăng trước 25/11/2026, 07:00.',
  })
})

test('bodies are there as HTML and as plain text, counted without captions', () => {
  const { bodies } = parsed(full) as { bodies: { contentType: string; wordCount: number; value: string }[] }
  expect(bodies.map(({ contentType }) => contentType)).toEqual(['text/html', 'text/plain'])
  expect(bodies[0]?.value).toContain('<p>Sáng 24/11, lễ hội mở cửa.</p>')
  expect(bodies[1]?.value).toBe('Khai mạc Lễ hội Trà\nHơn 200 gian hàng.\nSáng 24/11, lễ hội mở cửa.')
  expect(bodies[1]?.wordCount).toBe(15)
})

test('pictures are associated items with caption, alt text, credit and every file by its hash', () => {
  const { associations } = parsed(full) as { associations: Record<string, unknown>[] }
  expect(associations).toHaveLength(1)
  expect(associations[0]).toMatchObject({ name: 'picture-1', by: 'Hoàng Nam', copyrightNotice: 'Hoàng Nam' })
  expect(associations[0]?.['descriptions']).toEqual([
    { role: 'caption', contentType: 'text/plain', value: 'Đồi chè' },
    { role: 'altText', contentType: 'text/plain', value: 'Đồi chè xanh' },
  ])
  expect(associations[0]?.['renditions']).toMatchObject([
    { title: 'pictures/abababababababab-w1600.jpg', href: hashUri('cd'.repeat(32)), width: 1600 },
    { title: 'pictures/abababababababab-w480.jpg', width: 480 },
  ])
})

test('a preview is withheld and says so; an embargo that is no date is kept in words (FLOW2)', () => {
  expect(parsed({ ...full, preview: true, approvedAt: null })).toMatchObject({
    pubStatus: 'withheld',
    profile: 'preview',
    edNote: expect.stringContaining('chưa duyệt'),
  })
  const worded = parsed(makePortalText({ metadata: { embargo: 'sau lễ khai mạc' } }))
  expect(worded['embargoedUntil']).toBeUndefined()
  expect(worded['edNote']).toBe('Không đăng trước sau lễ khai mạc.')
})

test('a hash as an RFC 6920 address is what Node makes of it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const hex = Buffer.from(bytes).toString('hex')
      expect(hashUri(hex)).toBe(`ni:///sha-256;${Buffer.from(bytes).toString('base64url')}`)
    }),
  )
})

test('any text is valid UTF-8 JSON that reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const text = makePortalText({ blocks: [makeBlock('title', words)], metadata: { byline: words } })
      const bytes = new TextEncoder().encode(renderNinjs(text))
      expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(renderNinjs(text))
    }),
    { numRuns: 200 },
  )
})
