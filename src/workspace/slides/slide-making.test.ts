import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { themeOf } from '#domain/led/screen.ts'
import { createFonts } from '../media/fonts.ts'
import { drawSlide } from './draw-slide.ts'
import { difference, inkOf, pixelsOf, screenOf, sizes, texts } from './slide-cases.test-kit.ts'
import { type MadeSlides, makeSlides } from './slide-making.ts'
import { openTypeface } from './typeface.ts'

const fonts = createFonts()
const golden = fileURLToPath(new URL('../../../tests/fixtures/slides/', import.meta.url))

async function made(language: string, width: number, height: number): Promise<MadeSlides> {
  const slides = await makeSlides(fonts, texts[language] ?? [], language, screenOf(width, height))
  if (!slides.ok) throw new Error(JSON.stringify(slides.failure))
  return slides.value
}

const cases = Object.keys(texts).flatMap((language) =>
  sizes.map(([width, height]) => ({ language, width, height })),
)

test.each(cases)('a slide in $language on $width × $height looks as its golden picture', async (each) => {
  const { language, width, height } = each
  const { slides, family } = await made(language, width, height)
  const png = slides[0]?.png ?? Buffer.alloc(0)
  const path = `${golden}${language}-${width}x${height}.png`
  if (process.env['GOLDEN'] === 'write') {
    mkdirSync(golden, { recursive: true })
    writeFileSync(path, png)
  }
  expect(existsSync(path)).toBe(true)
  // another machine may have another typeface: its pictures are judged by the tests below
  if (/^Noto Sans/.test(family)) expect(await difference(png, readFileSync(path))).toBeLessThan(0.03)
})

test.each(cases)(
  'in $language on $width × $height no ink is cut, and marks keep clear of the edge',
  async (each) => {
    const { language, width, height } = each
    const screen = screenOf(width, height, { sharp: false })
    const typeface = await openTypeface(
      fonts,
      texts[language]?.map(({ text }) => text).join('') ?? '',
      language,
    )
    if (!typeface.ok) throw new Error(JSON.stringify(typeface.failure))
    const { slides, plan } = await made(language, width, height)
    for (const slide of slides) {
      const here = await inkOf(
        drawSlide(slide, plan, screen, themeOf(screen), typeface.value).toBuffer('image/png'),
        screen,
      )
      // the same lines with room on all sides: what is cut on the screen is whole there
      const wide = screenOf(width + 64, height + 64, { sharp: false })
      const free = await inkOf(
        drawSlide(slide, plan, wide, themeOf(wide), typeface.value).toBuffer('image/png'),
        wide,
      )
      expect(here.pixels).toBe(free.pixels)
      expect([here.right - here.left, here.bottom - here.top]).toEqual([
        free.right - free.left,
        free.bottom - free.top,
      ])
    }
  },
)

test('Ế Ộ Ữ Ậ keep their marks between two lines: one row stays dark', async () => {
  const text = 'ẾỘỮẬ gỵặQ'
  const typeface = await openTypeface(fonts, text, 'vi')
  if (!typeface.ok) throw new Error(JSON.stringify(typeface.failure))
  const { slides, plan } = await made('vi', 128, 64)
  const screen = screenOf(128, 64)
  const first = slides[0]
  if (!first) throw new Error('no slide')
  const two = { ...first, lines: [text, text] }
  const { data, width, height } = await pixelsOf(
    drawSlide(two, plan, screen, themeOf(screen), typeface.value).toBuffer('image/png'),
  )
  const dark = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => data[(y * width + x) * 4] ?? 0).every((red) => red === 0),
  )
  const inked = dark.flatMap((row, y) => (row ? [] : [y]))
  const gaps = inked.filter((y, at) => at > 0 && y - (inked[at - 1] ?? 0) > 1).length
  expect(gaps).toBeGreaterThanOrEqual(1)
})

test('a sharp screen has pixels of ink and ground only', async () => {
  const { slides } = await made('vi', 64, 32)
  const { data } = await pixelsOf(slides[1]?.png ?? Buffer.alloc(0))
  const colours = new Set<string>()
  for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 3).join())
  expect(colours.size).toBe(2)
})

test('SAME1: the same lines give the same bytes', async () => {
  const [one, two] = [await made('vi', 384, 192), await made('vi', 384, 192)]
  expect(one.slides.map(({ png }) => png.toString('base64'))).toEqual(
    two.slides.map(({ png }) => png.toString('base64')),
  )
})

test('a character that no typeface here draws is a failure, never a box; emoji are left out', async () => {
  const screen = screenOf(384, 192)
  const bare = createFonts([])
  expect(await makeSlides(bare, texts['vi'] ?? [], 'vi', screen)).toMatchObject({
    ok: false,
    failure: { code: 'font-missing' },
  })
  const smiling = await makeSlides(
    fonts,
    [{ id: 'a', text: 'Mời 😀 bà con 👍🏽', title: false }],
    'vi',
    screen,
  )
  expect(smiling).toMatchObject({ ok: true, value: { slides: [{ lines: ['Mời bà con'] }] } })
})

test('a word wider than the screen is a failure that names it', async () => {
  const screen = screenOf(64, 32)
  const lines = [{ id: 'a', text: 'www.thainguyen.gov.vn', title: false }]
  expect(await makeSlides(fonts, lines, 'vi', screen)).toMatchObject({
    ok: false,
    failure: { code: 'slide-word-too-wide', facts: { word: 'www.thainguyen.gov.vn', width: 64 } },
  })
  expect(await makeSlides(fonts, [{ id: 'a', text: ' 😀 ', title: false }], 'vi', screen)).toMatchObject({
    ok: false,
    failure: { code: 'slides-empty' },
  })
})
