import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { h264, makeMedia } from '../clips/clip-making.test-kit.ts'
import { makeFolder } from '../workspace.test-kit.ts'
import { loadPresets } from './preset-files.ts'
import { makeCue, makePreset, makeStill, makeWork } from './render-making.test-kit.ts'

vi.setConfig({ testTimeout: 180_000 })

const goldenFolder = new URL('../../../tests/fixtures/renders/', import.meta.url)
/** Levels of 255 that a rasteriser of another version may be off by, on the whole and at the edge of a letter. */
const meanTolerance = 1.5
const edgeTolerance = 96
const edgeShare = 0.004

function makeGround(): string {
  return makeMedia(makeFolder(), 'a.mp4', `-f lavfi -i color=c=0x305030:d=1:s=640x360:r=25 ${h264}`)
}

function shipped(id: string) {
  const presets = loadPresets()
  const preset = presets.ok ? presets.value.get(id) : undefined
  if (!preset) throw new Error(id)
  return preset
}

const pictures: readonly (readonly [string, string, string, string])[] = [
  ['vi-ngang', 'facebook', 'vi', 'ẾCH ỘP, NGHỆ SĨ ỮNG: LỄ HỘI TRÀ\nđược mở ở “Đất Ẩm thực”, giá 45.000 đồng'],
  ['vi-doc', 'tiktok', 'vi', 'Sáng nay, lễ hội trà Thái Nguyên khai mạc ở quảng trường Võ Nguyên Giáp'],
  ['zh-ngang', 'facebook', 'zh', '太原省茶文化节于十一月二十四日上午隆重开幕，吸引了上万名游客前来参观。'],
  ['zh-vuong', 'facebook-square', 'zh-Hans', '“新疆茶区”迎来丰收：产量、价格、销路都比去年好！'],
  ['ko-ngang', 'facebook', 'ko', '타이응우옌 차 축제가 오늘 아침 보응우옌잡 광장에서 개막했습니다.'],
]

test.each(pictures)('%s looks as it did: every letter, mark and break', async (name, id, language, text) => {
  const cues = [makeCue(text)]
  const work = await makeWork(makeGround(), { preset: shipped(id), tracks: [{ language, cues }] })
  const small = sharp(await makeStill(work))
    .resize({ width: 540 })
    .greyscale()
  const file = new URL(`${name}.png`, goldenFolder)
  if (!existsSync(file) && process.env['GOLDEN'] === 'make')
    writeFileSync(file, await small.clone().png({ palette: true, colours: 16 }).toBuffer())
  const now = await small.raw().toBuffer()
  const golden = await sharp(readFileSync(file)).greyscale().raw().toBuffer()
  expect(now.length).toBe(golden.length)
  const off = [...now].map((value, at) => Math.abs(value - golden[at]!))
  expect(off.reduce((sum, each) => sum + each, 0) / off.length).toBeLessThan(meanTolerance)
  expect(off.filter((each) => each > edgeTolerance).length / off.length).toBeLessThan(edgeShare)
})

const bare = {
  kind: 'burned',
  style: { size: 0.2, bold: true, color: '#ffffff', outline: 0, outlineColor: '#000000', box: null },
  safeArea: { top: 0, right: 0, bottom: 0, left: 0 },
}

/** The letters' own pixels: rows and columns they reach, and how much of them there is. */
async function inkOf(text: string, language: string, place: 2 | 5 | 8) {
  const preset = makePreset({
    frame: { kind: 'exact', width: 640, height: 360, fit: 'pad', ground: '#000000' },
    subtitles: bare,
  })
  const cues = [makeCue(text, 0, 2000, { place })]
  const png = await makeStill(await makeWork(makeGround(), { preset, tracks: [{ language, cues }] }))
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const rows = new Map<number, number>()
  let ink = 0
  for (let at = 0; at < data.length; at += 1) {
    if (data[at]! < 200) continue
    const row = Math.floor(at / info.width)
    rows.set(row, (rows.get(row) ?? 0) + 1)
    ink += 1
  }
  const reached = [...rows.keys()].sort((one, other) => one - other)
  return { top: reached[0]!, bottom: reached.at(-1)!, ink, rows: reached.length, height: info.height }
}

test.each([
  ['vi', 'ẾỘỮẪẬ'],
  ['zh', '囍龘'],
  ['ko', '뷁쀍'],
])('stacked marks (%s %s) are uncut at both edges of the picture', async (language, text) => {
  const inside = await inkOf(text, language, 5)
  const above = await inkOf(text, language, 8)
  const below = await inkOf(text, language, 2)
  // hinting may move a row
  expect(above.rows).toBeGreaterThanOrEqual(inside.rows - 1)
  expect(below.rows).toBeGreaterThanOrEqual(inside.rows - 1)
  expect(above.ink / inside.ink).toBeCloseTo(1, 1)
  expect(below.ink / inside.ink).toBeCloseTo(1, 1)
  expect(above.top).toBeGreaterThan(0)
  expect(below.bottom).toBeLessThan(below.height - 1)
})

test('no letter is a box: letters of all four languages have different pictures', async () => {
  const letters = [
    ['vi', 'ế'],
    ['vi', 'ộ'],
    ['vi', 'ữ'],
    ['vi', 'đ'],
    ['zh', '茶'],
    ['zh', '节'],
    ['ko', '축'],
    ['ko', '제'],
  ]
  const inks: number[] = []
  for (const [language = '', letter = ''] of letters)
    inks.push((await inkOf(letter.repeat(4), language, 5)).ink)
  expect(new Set(inks).size).toBe(letters.length)
  expect(Math.min(...inks)).toBeGreaterThan(100)
})
