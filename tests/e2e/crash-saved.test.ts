import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blockText } from '#domain/blocks.ts'
import { startApp } from './app.ts'
import { openNewsroom, owner, pin, reach } from './open-newsroom.ts'
import { articlePage, patience } from './pages/article-page.ts'
import { startPage } from './pages/start-page.ts'
import { writingPage } from './pages/writing-page.ts'

const rounds = 3
const sentence = 'Sáng 24/11, ban tổ chức lễ hội trà công bố lịch xe điện mới cho 14.200 lượt khách. '

test('whatever is killed while one types, what stood there when “Đã lưu” was shown is there (SAFE1)', async () => {
  const newsroom = await openNewsroom()
  const id = await newsroom.write([
    { kind: 'title', runs: [{ text: 'Gõ liên tục', marks: {} }] },
    { kind: 'paragraph', runs: [] },
  ])
  let { app, read } = newsroom
  let page = await newsroom.openAs(owner)
  await writingPage(page).open('Gõ liên tục')
  const seen: number[] = []
  for (let round = 0; round < rounds; round++) {
    const written = blockText((await read(id)).blocks[1] ?? { runs: [] })
    await articlePage(page).select([1, written.length])
    await watchSaved(page)
    await typeUntilKilled(page, written.length, () => app.stop('SIGKILL'))
    const { saved, text } = await lastSaved(page)
    await page.context().close()

    app = await startApp(app.folder)
    page = await app.openWindow()
    read = newsroom.readAt(await reach(app.workspace))
    const kept = blockText((await read(id)).blocks[1] ?? { runs: [] })
    expect(kept.startsWith(saved), `“${saved}” was shown as saved, “${kept}” was kept`).toBe(true)
    expect(text.startsWith(kept)).toBe(true)
    seen.push(saved.length)
    await startPage(page).signIn(owner, pin)
    await articlePage(page).text.getByText(kept.slice(-20)).waitFor()
  }
  expect(seen).toHaveLength(rounds)
  expect(seen).toEqual([...new Set(seen)].toSorted((left, right) => left - right))
})

test('a window that outlives its program goes on with the next one, and saves what was typed in between', async () => {
  const newsroom = await openNewsroom()
  const id = await newsroom.write([
    { kind: 'title', runs: [{ text: 'Mất điện máy chủ', marks: {} }] },
    { kind: 'paragraph', runs: [] },
  ])
  const page = await newsroom.openAs(owner)
  await writingPage(page).open('Mất điện máy chủ')
  await articlePage(page).select([1, 0])
  await page.keyboard.type('Trước khi tắt. ')
  await page.getByRole('button', { name: /Đã lưu/ }).waitFor()
  await newsroom.app.stop('SIGKILL')
  await page.getByText('Mất kết nối với kho làm việc').waitFor()
  await page.keyboard.type('Trong lúc tắt.')
  await page.getByRole('button', { name: 'Chưa lưu được' }).waitFor()

  const app = await startApp(newsroom.app.folder)
  await startPage(page).signIn(owner, pin)
  await articlePage(page).text.getByText('Trước khi tắt. Trong lúc tắt.').waitFor()
  const read = newsroom.readAt(await reach(app.workspace))
  const kept = async () => blockText((await read(id)).blocks[1] ?? { runs: [] })
  await expect.poll(kept, patience).toBe('Trước khi tắt. Trong lúc tắt.')
  await articlePage(page).select([1, 29])
  await page.keyboard.type(' Sau đó.')
  await expect.poll(kept, patience).toBe('Trước khi tắt. Trong lúc tắt. Sau đó.')
})

/** Types on and on, and has the program killed at some moment of it. */
async function typeUntilKilled(page: Page, before: number, kill: () => Promise<void>): Promise<void> {
  const length = sentence.length + Math.floor(Math.random() * sentence.length)
  const moment = length - Math.floor(Math.random() * 40)
  let killed: Promise<void> | undefined
  for (let at = 0; at < length; at++) {
    if (at === moment - 15) await showsMoreSaved(page, before)
    if (at === moment) killed = kill()
    await page.keyboard.type(sentence[at % sentence.length] ?? ' ')
  }
  await (killed ?? kill())
}

/** Waits until more than this was shown as saved: or nothing would be put to the test. */
async function showsMoreSaved(page: Page, before: number): Promise<void> {
  await page.waitForFunction(
    (length) => (window as unknown as { kept: Saved }).kept.saved.length > length,
    before,
  )
}

type Saved = { saved: string; text: string }

/** Keeps what stands in the second block whenever a picture of the screen would show “Đã lưu”. */
function watchSaved(page: Page): Promise<void> {
  return page.evaluate(() => {
    const kept = { saved: '' }
    Object.assign(window, { kept })
    const look = () => {
      const chip = document.querySelector('[data-saved]')
      const block = document.querySelectorAll('[data-kind]')[1]
      if (chip?.getAttribute('data-saved') === 'saved') kept.saved = block?.textContent ?? ''
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

function lastSaved(page: Page): Promise<Saved> {
  return page.evaluate(() => ({
    saved: (window as unknown as { kept: { saved: string } }).kept.saved,
    text: document.querySelectorAll('[data-kind]')[1]?.textContent ?? '',
  }))
}
