import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AssetService } from '#workspace/services.ts'
import { openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import type { Store } from '#workspace/store/store.ts'
import { createAssetService } from './asset-service.ts'
import { credited, makeIimPicture, makePicture } from './picture-making.test-kit.ts'
import { readPictureMetadata } from './picture-metadata.ts'

let folder: string
let store: Store
let assets: AssetService

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tramtin-assets-'))
  const paths = workspacePaths(join(folder, 'workspace'))
  const clock = { now: () => Date.UTC(2026, 10, 24) }
  const opened = openStore(paths, clock)
  if (!opened.ok) throw new Error(opened.failure.code)
  store = opened.value
  assets = createAssetService({ paths, store, clock })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function add(bytes: Uint8Array, name = 'anh.jpg') {
  const path = join(folder, 'incoming')
  writeFileSync(path, bytes)
  return assets.add({ path, name })
}

async function added(bytes: Uint8Array, name?: string) {
  const result = await add(bytes, name)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function refused(bytes: Uint8Array, name?: string) {
  const result = await add(bytes, name)
  if (result.ok) throw new Error('It was taken in')
  return result.failure
}

function leftovers(): readonly string[] {
  return readdirSync(workspacePaths(join(folder, 'workspace')).temporary)
}

test('a picture is kept under the hash of its own bytes, untouched (MEDIA1)', async () => {
  const bytes = await makePicture({ texts: credited })
  const asset = await added(bytes)
  expect(asset.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(readFileSync(assets.pathOf(asset.hash)).equals(bytes)).toBe(true)
  expect(asset).toMatchObject({ mediaType: 'image/jpeg', width: 60, height: 40, bytes: bytes.length })
  expect(leftovers()).toEqual([])
})

test('the same bytes are kept once, under the first name', async () => {
  const bytes = await makePicture()
  await added(bytes, 'đồi chè.jpg')
  expect((await added(bytes, 'ban-sao.jpg')).name).toBe('đồi chè.jpg')
  expect(store.read.prepare('SELECT count(*) AS n FROM assets').get()).toEqual({ n: 1 })
})

test('an original that went missing on the disk is put back by adding it again', async () => {
  const bytes = await makePicture()
  const { hash } = await added(bytes)
  rmSync(assets.pathOf(hash))
  await added(bytes)
  expect(readFileSync(assets.pathOf(hash)).equals(bytes)).toBe(true)
})

for (const format of ['jpeg', 'png', 'webp'] as const) {
  test(`caption, credit, alt text and copyright are read from the XMP of a ${format} picture`, async () => {
    const asset = await added(await makePicture({ format, texts: credited }))
    expect(asset.caption).toBe(credited.caption)
    expect(asset.credit).toBe('Hoàng Nam / Báo Thái Nguyên')
    expect(asset).toMatchObject({ alt: credited.alt, copyright: credited.copyright })
  })
}

test('caption and credit are read from IPTC-IIM alone', async () => {
  const asset = await added(await makeIimPicture({ 120: 'Lễ hội Lồng Tồng', 80: 'Đức Thắng' }))
  expect(asset).toMatchObject({ caption: 'Lễ hội Lồng Tồng', credit: 'Đức Thắng' })
})

test('a GIF is taken in by what it is, whatever its name says', async () => {
  expect((await added(await makePicture({ format: 'gif' }), 'anh.png')).mediaType).toBe('image/gif')
})

test('a scan of a signed sheet may be a PDF: it is kept as it is, and one that was cut off is refused', async () => {
  const scan = (bytes: Uint8Array) => {
    const path = join(folder, 'incoming')
    writeFileSync(path, bytes)
    return assets.add({ path, name: 'Phiếu duyệt.pdf', use: 'scan' })
  }
  const pdf = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(5000)}\n%%EOF\n`)
  const kept = await scan(pdf)
  expect(kept).toMatchObject({
    ok: true,
    value: { mediaType: 'application/pdf', name: 'Phiếu duyệt.pdf', bytes: pdf.length, width: null },
  })
  if (kept.ok) expect(readFileSync(assets.pathOf(kept.value.hash))).toEqual(Buffer.from(pdf))
  expect(await scan(pdf.subarray(0, 3000))).toMatchObject({ failure: { code: 'format-damaged' } })
  expect(await scan(new TextEncoder().encode('PK\x03\x04'))).toMatchObject({
    failure: { code: 'format-unknown' },
  })
  expect(await scan(await makePicture())).toMatchObject({ value: { mediaType: 'image/jpeg' } })
})

test('what is no picture is refused by what it is, and nothing stays behind (SAFE3)', async () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 …')
  expect(await refused(pdf, 'bia.jpg')).toEqual({
    code: 'format-unknown',
    facts: { name: 'bia.jpg', detected: 'application/pdf' },
  })
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect((await refused(svg)).code).toBe('format-unknown')
  expect((await refused(new Uint8Array())).code).toBe('file-empty')
  expect(leftovers()).toEqual([])
})

test('a truncated picture is refused as unreadable and nothing stays behind (SAFE3)', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const whole = await makePicture({ format, width: 300, height: 300 })
    const failure = await refused(whole.subarray(0, Math.floor(whole.length * 0.6)), `cụt.${format}`)
    expect(failure.code, format).toBe('picture-unreadable')
  }
  expect(leftovers()).toEqual([])
  expect(store.read.prepare('SELECT count(*) AS n FROM assets').get()).toEqual({ n: 0 })
})

test('a picture that would unpack to thousands of megapixels is refused', async () => {
  const small = await makePicture({ format: 'png', width: 30, height: 30 })
  const bomb = Buffer.from(small)
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  expect((await refused(bomb, 'bom.png')).code).toBe('picture-unreadable')
})

test('a HEIC picture is kept as it is and derived as JPEG', async () => {
  const bytes = readFileSync('tests/fixtures/pictures/red-left-blue-right.heic')
  const asset = await added(bytes, 'IMG_0001.HEIC')
  expect(asset).toMatchObject({ mediaType: 'image/heic', width: 48, height: 32, caption: 'Doi che' })
  expect(asset.credit).toBe('Hoang Nam')
  const derived = await derive(asset.hash)
  expect(derived.mediaType).toBe('image/jpeg')
  await expectHalves(derived.path, { left: 'red', right: 'blue' })
  expect((await readPictureMetadata(derived.path, 'image/jpeg')).texts.creator).toBe('Hoang Nam')
})

test('a truncated HEIC picture is refused as unreadable', async () => {
  const bytes = readFileSync('tests/fixtures/pictures/red-left-blue-right.heic')
  expect((await refused(bytes.subarray(0, 700))).code).toBe('picture-unreadable')
})

async function derive(hash: string, format: 'jpeg' | 'webp' | 'png' = 'jpeg', width = 40) {
  const result = await assets.derive(hash, { kind: 'picture', width, height: null, format })
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

type Sides = Partial<Record<'left' | 'right' | 'top' | 'bottom', 'red' | 'blue'>>

async function expectHalves(path: string, sides: Sides) {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const places = {
    left: [0.1, 0.5],
    right: [0.9, 0.5],
    top: [0.5, 0.1],
    bottom: [0.5, 0.9],
  } as const
  for (const [side, colour] of Object.entries(sides)) {
    const [x, y] = places[side as keyof typeof places]
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
    const isRed = (data[at] ?? 0) > (data[at + 2] ?? 0)
    expect(isRed ? 'red' : 'blue', side).toBe(colour)
  }
}

/** Where the stored left (red) half shows once the picture is upright, by EXIF orientation 1 to 8. */
const uprightSides: readonly Sides[] = [
  { left: 'red', right: 'blue' },
  { left: 'blue', right: 'red' },
  { left: 'blue', right: 'red' },
  { left: 'red', right: 'blue' },
  { top: 'red', bottom: 'blue' },
  { top: 'red', bottom: 'blue' },
  { top: 'blue', bottom: 'red' },
  { top: 'blue', bottom: 'red' },
]

uprightSides.forEach((sides, index) => {
  test(`EXIF orientation ${index + 1} is applied to derived pictures and not to the original`, async () => {
    const bytes = await makePicture({ orientation: index + 1 })
    const asset = await added(bytes)
    const turned = index >= 4
    expect([asset.width, asset.height]).toEqual(turned ? [40, 60] : [60, 40])
    const derived = await derive(asset.hash)
    await expectHalves(derived.path, sides)
    expect((await sharp(derived.path).metadata()).orientation ?? 1).toBe(1)
    expect(readFileSync(assets.pathOf(asset.hash)).equals(bytes)).toBe(true)
  })
})

test('a derived picture is made once, found again, and made again when its file is gone', async () => {
  const { hash } = await added(await makePicture())
  const first = await derive(hash)
  const [again, beside] = await Promise.all([derive(hash), derive(hash)])
  expect(again).toEqual(first)
  expect(beside).toEqual(first)
  rmSync(first.path)
  expect(await derive(hash)).toEqual(first)
  expect(createHash('sha256').update(readFileSync(first.path)).digest('hex')).toBe(first.hash)
})

test('the oldest derived pictures make way for new ones, the latest and all originals stay', async () => {
  let now = Date.UTC(2026, 10, 24)
  const paths = workspacePaths(join(folder, 'workspace'))
  assets = createAssetService({ paths, store, clock: { now: () => now }, derivedLimit: 1 })
  const { hash } = await added(await makePicture())
  const first = await derive(hash, 'jpeg', 20)
  const second = await derive(hash, 'jpeg', 30)
  expect([existsSync(first.path), existsSync(second.path)]).toEqual([true, true])
  now += 2 * 60 * 60 * 1000
  const third = await derive(hash, 'jpeg', 40)
  expect([first, second, third].map(({ path }) => existsSync(path))).toEqual([false, false, true])
  expect(existsSync(assets.pathOf(hash))).toBe(true)
  expect(await derive(hash, 'jpeg', 20)).toEqual(first)
})

test('a derived picture is never larger than its original', async () => {
  const { hash } = await added(await makePicture({ width: 60 }))
  expect(await derive(hash, 'jpeg', 1600)).toMatchObject({ width: 60, height: 40 })
})

test('deriving from what is not here says which asset is missing', async () => {
  const hash = 'a'.repeat(64)
  const result = await assets.derive(hash, { kind: 'picture', width: 40, height: null, format: 'jpeg' })
  expect(result).toEqual({ ok: false, failure: { code: 'asset-missing', facts: { asset: hash } } })
})

for (const format of ['jpeg', 'webp', 'png'] as const) {
  test(`texts are kept in a ${format} rendition whether they came as XMP or IIM`, async () => {
    const fromXmp = await added(await makePicture({ texts: credited }))
    const xmpKept = await readPictureMetadata((await derive(fromXmp.hash, format)).path, `image/${format}`)
    expect(xmpKept.texts).toEqual(credited)
    const fromIim = await added(await makeIimPicture({ 120: 'Sông Cầu mùa lũ', 110: 'TTXVN' }))
    const iimKept = await readPictureMetadata((await derive(fromIim.hash, format)).path, `image/${format}`)
    expect(iimKept.texts).toMatchObject({ caption: 'Sông Cầu mùa lũ', credit: 'TTXVN' })
  })
}

test('an IPTC-IIM block is kept in JPEG renditions, byte for byte', async () => {
  const bytes = await makeIimPicture({ 120: 'Sông Cầu', 25: 'lũ lụt' })
  const { hash } = await added(bytes)
  const original = await readPictureMetadata(bytes, 'image/jpeg')
  const kept = await readPictureMetadata((await derive(hash)).path, 'image/jpeg')
  expect(kept.iim && Buffer.from(kept.iim)).toEqual(original.iim && Buffer.from(original.iim))
})

test('where a picture was taken does not leave with a rendition', async () => {
  const bytes = await sharp(await makePicture())
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 35/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const { hash } = await added(bytes)
  expect((await sharp((await derive(hash)).path).metadata()).exif).toBeUndefined()
})
