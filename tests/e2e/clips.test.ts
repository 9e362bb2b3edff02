import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeMedia, picture, tone } from '#workspace/clips/clip-making.test-kit.ts'
import { makeFolder } from './app.ts'
import { openNewsroom, owner } from './open-newsroom.ts'
import { articlePage, patience } from './pages/article-page.ts'
import { drop } from './pages/given.ts'
import { writingPage } from './pages/writing-page.ts'

const slow = { timeout: 60_000 }

test('a phone’s clip is dropped into an article and plays where it stands', {
  timeout: 150_000,
}, async () => {
  const folder = makeFolder()
  const params = 'log-level=none:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc'
  const hlg = '-pix_fmt yuv420p10le -color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc'
  const made = `${picture(3, '30', '640x360')} ${tone(3)} -c:v libx265 -preset ultrafast ${hlg} -x265-params ${params}`
  const flat = makeMedia(folder, 'flat.mov', `${made} -tag:v hvc1 -c:a aac`)
  const phone = makeMedia(folder, 'IMG_0815.MOV', `-i ${flat} -c copy -metadata:s:v:0 rotate=90`)

  const { openAs, write, read } = await openNewsroom()
  const blocks = [
    { kind: 'title', runs: [{ text: 'Lễ hội Trà', marks: {} }] },
    { kind: 'paragraph', runs: [{ text: 'Sáng nay khai mạc.', marks: {} }] },
  ] as const
  const id = await write(blocks)
  const page = await openAs(owner)
  await writingPage(page).open('Lễ hội Trà')
  const { text } = articlePage(page)
  await text.waitFor()
  await drop(text, { name: 'IMG_0815.MOV', type: 'video/quicktime', bytes: readFileSync(phone) })

  const video = page.locator('figure[data-kind="clip"] video')
  await video.waitFor({ timeout: 60_000 })
  await expect
    .poll(
      () => video.evaluate((element: HTMLVideoElement) => [element.videoWidth, element.videoHeight]),
      slow,
    )
    .toEqual([360, 640])
  await page.locator('figure[data-kind="clip"] figcaption').click()
  await page.keyboard.type('Pha trà đầu xuân')
  await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true
    await element.play()
  })
  const at = () => video.evaluate((element: HTMLVideoElement) => element.currentTime)
  await expect.poll(at, patience).toBeGreaterThan(0.5)
  await video.evaluate((element: HTMLVideoElement) => {
    element.pause()
    element.currentTime = 2
  })
  await expect.poll(at, patience).toBe(2)
  await expect
    .poll(async () => (await read(id)).blocks.filter(({ kind }) => kind === 'clip'), patience)
    .toMatchObject([{ asset: expect.stringMatching(/^[0-9a-f]{64}$/), runs: [{ text: 'Pha trà đầu xuân' }] }])
})
