import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { tortureSrt } from '#tests/fixtures/subtitles/torture.ts'
import { openNewsroom, pin, reporter } from './open-newsroom.ts'
import { patience } from './pages/article-page.ts'
import { framePage } from './pages/frame-page.ts'
import { videoPage } from './pages/video-page.ts'

const looks = process.env['TRAMTIN_LOOKS']

async function look(page: Page, name: string): Promise<void> {
  if (looks === undefined) return
  mkdirSync(looks, { recursive: true })
  await page.screenshot({ path: join(looks, `${name}.png`) })
}

/** Ten seconds with a moving picture and a beep each second, as a browser plays it. */
function makeClip(folder: string): string {
  const path = join(folder, 'Lễ hội trà.webm')
  const made =
    '-f lavfi -i testsrc2=d=10:r=25:s=640x360 -f lavfi -i sine=f=440:d=10:b=2 -c:v libvpx -deadline realtime -b:v 400k -c:a libopus'
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...made.split(' '), path])
  return path
}

test('a clip is imported, subtitled by keys while it plays, translated beside it, and approved by another', async () => {
  const newsroom = await openNewsroom()
  const page = await newsroom.openAs(reporter)
  const frame = framePage(page)
  const video = videoPage(page)
  await frame.goTo('Phụ đề')
  await look(page, 'video-empty')
  await video.addClip(makeClip(newsroom.app.folder))
  await video.begin('Tiếng Việt', null)
  await look(page, 'video-new')

  await page.keyboard.press('Alt+p')
  await expect.poll(video.now, patience).toBeGreaterThan(0.3)
  for (const words of ['Giá xăng tăng.', 'Từ 15 giờ chiều nay.', 'Người dân chú ý.']) {
    await page.keyboard.press('Alt+n')
    await video.words.waitFor()
    await page.keyboard.type(words)
    const begun = await video.now()
    await expect.poll(video.now, patience).toBeGreaterThan(begun + 0.9)
    await page.keyboard.press('Alt+]')
  }
  await page.keyboard.press('Alt+p')
  await frame.saved()
  await video.line('Từ 15 giờ chiều nay.').click()
  await look(page, 'video-vietnamese')
  const [clip] = await newsroom.client.clips.list({})
  const written = await newsroom.client.tracks.exportFile({
    document: `track:${clip?.clip}:vi`,
    format: 'srt',
  })
  const said = written.text.split('\n').filter((line) => /\p{L}/u.test(line))
  expect(said).toEqual(['Giá xăng tăng.', 'Từ 15 giờ chiều nay.', 'Người dân chú ý.'])

  await video.begin('Tiếng Anh', 'Tiếng Việt')
  await video.line('Giá xăng tăng.').getByRole('button').last().click()
  for (const words of ['Petrol prices rise.', 'From 3 p.m. today.', 'Please take note.']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Control+Enter')
  }
  await frame.saved()
  await video.line('Please take note.').waitFor()
  await look(page, 'video-english')

  await page.getByRole('switch', { name: 'Sửa bản gốc' }).click()
  await video.line('Giá xăng tăng.').getByRole('button').first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' mạnh.')
  await video.line('Petrol prices rise.').getByText('Bản gốc đã sửa.').waitFor()
  await look(page, 'video-stale')
  await page.keyboard.press('Control+z')
  await video.line('Petrol prices rise.').getByText('Bản gốc đã sửa.').waitFor({ state: 'detached' })
  await video.line('Petrol prices rise.').waitFor()
  await frame.saved()

  await video.send()
  await page.keyboard.press('Escape')
  await newsroom.client.people.addMember({ id: uuidv7(), name: 'Lê Thu Hà', roles: ['approver'], pin })
  await frame.switchTo('Lê Thu Hà', pin)
  await frame.goTo('Duyệt')
  await page.getByText('Petrol prices rise.').waitFor()
  await look(page, 'video-review')
  await page
    .getByRole('button', { name: /^Duyệt/ })
    .last()
    .click()
  await page.getByText('Không có bài nào chờ duyệt').waitFor()
  const track = await newsroom.client.tracks.get({ document: `track:${clip?.clip}:en` })
  expect(track).toMatchObject({ state: 'approved', readiness: 'ready', open: 0, stale: 0 })
  await newsroom.app.stop()
}, 240_000)

test('a damaged subtitle file is looked at first, taken in, and one step back brings the cues of before', async () => {
  const newsroom = await openNewsroom()
  const page = await newsroom.openAs(reporter)
  const frame = framePage(page)
  const video = videoPage(page)
  await frame.goTo('Phụ đề')
  await video.addClip(makeClip(newsroom.app.folder))
  await video.begin('Tiếng Việt', null)
  await page.keyboard.press('Alt+n')
  await video.words.waitFor()
  await page.keyboard.type('Câu của tôi.')
  const file = join(newsroom.app.folder, 'tra tấn.srt')
  writeFileSync(file, tortureSrt)
  await video.chooseSubtitles(file)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/chỗ cần xem/).waitFor()
  await look(page, 'video-import')
  await dialog.getByRole('button', { name: 'Thay bằng tệp này' }).click()
  await video.line('Chồng giờ').waitFor()
  await look(page, 'video-torture')
  await video.line('Chồng giờ').getByRole('button').first().click()
  await page.keyboard.press('Control+z')
  await video.line('Câu của tôi.').waitFor()
  expect(await video.cues.getByRole('listitem').count()).toBe(1)
  await newsroom.app.stop()
}, 180_000)
