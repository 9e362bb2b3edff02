import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Screen } from '#domain/led/screen.ts'
import { createFonts } from '../media/fonts.ts'
import { createMedia } from '../media/media-service.ts'
import { difference, screenOf, texts } from './slide-cases.test-kit.ts'
import { makeSlides } from './slide-making.ts'
import { makeMovie, movieRecipe } from './slide-movie.ts'

const media = createMedia()
const fonts = createFonts()

async function slidesFor(screen: Screen) {
  const made = await makeSlides(fonts, texts['vi'] ?? [], 'vi', screen)
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  return made.value.slides
}

async function filmed(screen: Screen) {
  const slides = await slidesFor(screen)
  const path = join(mkdtempSync(join(tmpdir(), 'film-')), 'film')
  const made = await makeMovie(media, slides, screen, path)
  return { slides, path, made }
}

async function programs() {
  const found = await media.programs()
  if (!found.ok) throw new Error(JSON.stringify(found.failure))
  return found.value
}

test('every slide stands exactly its frames at a constant 25, in H.264 yuv420p without sound, index first', async () => {
  const screen = screenOf(128, 64)
  const { slides, path, made } = await filmed(screen)
  expect(made).toMatchObject({ ok: true, value: { mediaType: 'video/mp4', width: 128, height: 64 } })
  const { ffmpeg, ffprobe } = await programs()
  const said = JSON.parse(
    execFileSync(ffprobe, ['-v', 'error', '-show_streams', '-show_packets', '-of', 'json', path]).toString(),
  )
  const frames = slides.reduce((sum, { seconds }) => sum + Math.round(seconds * 25), 0)
  expect(said.streams).toHaveLength(1)
  expect(said.streams[0]).toMatchObject({
    codec_name: 'h264',
    pix_fmt: 'yuv420p',
    r_frame_rate: '25/1',
    nb_frames: `${frames}`,
  })
  const times = said.packets.map(({ pts }: { pts: number }) => pts).toSorted((a: number, b: number) => a - b)
  const steps = new Set(times.slice(1).map((time: number, at: number) => time - times[at]))
  expect([times.length, steps.size]).toEqual([frames, 1])
  const bytes = readFileSync(path)
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
  let first = 0
  for (const { seconds, png } of slides) {
    const last = first + Math.round(seconds * 25) - 1
    for (const frame of [first, last]) {
      const shown = execFileSync(ffmpeg, [
        '-v',
        'error',
        '-i',
        path,
        '-vf',
        `select=eq(n\\,${frame})`,
        '-frames:v',
        '1',
        '-f',
        'image2pipe',
        '-c:v',
        'png',
        '-',
      ])
      const apart = await Promise.all(slides.map((each) => difference(shown, each.png)))
      expect(slides[apart.indexOf(Math.min(...apart))]?.png).toBe(png)
    }
    first = last + 1
  }
})

test('an odd side is padded to even pixels, the picture at the left and above', async () => {
  const screen = screenOf(129, 65)
  const { made } = await filmed(screen)
  expect(made).toMatchObject({ ok: true, value: { width: 130, height: 66 } })
})

test('SAME1: the same slides are the same film, and its recipe says what decides its bytes', async () => {
  const screen = screenOf(64, 32)
  const [one, two] = [await filmed(screen), await filmed(screen)]
  expect(readFileSync(one.path).equals(readFileSync(two.path))).toBe(true)
  const recipe = await movieRecipe(media, one.slides, screen)
  expect(recipe).toEqual(await movieRecipe(media, two.slides, screen))
  expect(recipe).not.toEqual(await movieRecipe(media, one.slides.slice(1), screen))
})

test('a cancelled film leaves no working folder', async () => {
  const slides = await slidesFor(screenOf(64, 32))
  const folder = mkdtempSync(join(tmpdir(), 'film-'))
  const made = await makeMovie(media, slides, screenOf(64, 32), join(folder, 'film'), AbortSignal.abort())
  expect(made).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})
