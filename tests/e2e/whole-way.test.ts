import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startApp, tramtin } from './app.ts'
import { framePage } from './pages/frame-page.ts'
import { settingsPage } from './pages/settings-page.ts'
import { startPage } from './pages/start-page.ts'
import { writingPage } from './pages/writing-page.ts'

const sample = new URL('../../resources/sample/le-hoi-tra-tan-cuong.docx', import.meta.url).pathname
const pin = 'chexanh26'

test('from a first start and a Word file to a package that verify accepts, with a second person approving', async () => {
  const app = await startApp()
  const page = await app.openWindow()
  const start = startPage(page)
  const frame = framePage(page)
  const writing = writingPage(page)

  const recoveryFile = await start.found('Báo Thái Nguyên', 'Trần Thị Hạnh', pin, app.folder)
  expect(existsSync(recoveryFile)).toBe(true)
  await start.chooseContents('Kho trống')

  await frame.goTo('Cài đặt')
  const settings = settingsPage(page)
  await settings.addMember('Nguyễn Văn Nam', ['phóng viên'], pin)
  await settings.addMember('Lê Thu Hà', ['người duyệt'], pin)
  await frame.switchTo('Nguyễn Văn Nam', pin)

  await frame.goTo('Viết')
  const wordFile = join(app.folder, 'Bài lễ hội trà.docx')
  copyFileSync(sample, wordFile)
  await writing.chooseFiles(wordFile)
  const proposed = writing.importDialog
  await proposed.getByText('Lễ hội trà Tân Cương đón 12.500 lượt khách').first().waitFor()
  await writing.importNow()
  await writing.block('đón 12.500 lượt khách').first().waitFor()

  await writing.block('Khách tham quan không phải mua vé').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Ban tổ chức bố trí 12 điểm đỗ xe.')
  await frame.saved()
  await writing.sendForReview('Nhờ chị duyệt sớm')

  await frame.switchTo('Lê Thu Hà', pin)
  await frame.goTo('Duyệt')
  await page.getByText('Lời nhắn khi gửi: Nhờ chị duyệt sớm').waitFor()
  await page.getByText('Ban tổ chức bố trí 12 điểm đỗ xe.').first().waitFor()
  await page
    .getByRole('button', { name: /^Duyệt/ })
    .last()
    .click()
  await page.getByText('Không có bài nào chờ duyệt').waitFor()

  await frame.goTo('Đăng – phát')
  await page.getByRole('button', { name: /Lễ hội trà Tân Cương/ }).click()
  await lookAtPage(page)
  await page.getByRole('button', { name: 'Tạo bộ tệp đăng' }).click()
  const downloading = page.waitForEvent('download')
  await page
    .getByRole('button', { name: /^Tải về/ })
    .first()
    .click()
  const download = await downloading
  const zip = join(app.folder, download.suggestedFilename())
  expect(download.suggestedFilename()).toMatch(/^\d{8}-portal-le-hoi-tra-tan-cuong.*\.zip$/)
  await download.saveAs(zip)

  const verdict = await tramtin('verify', zip, '--workspace', app.workspace)
  expect(verdict).toMatchObject({ code: 0 })
  expect(verdict.output).toContain('Báo Thái Nguyên')
  await app.stop()
  expect(await tramtin('verify', app.workspace)).toMatchObject({ code: 0 })
})

/** The page as the package will hold it, shown before one is made and marked as such (FLOW2); without scripts (SEC2). */
async function lookAtPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xem trước trang' }).click()
  const shown = page.frameLocator('iframe[title="Trang sẽ đăng"]')
  await shown.getByText('Bản xem trước trên màn hình, chưa phải bộ tệp đăng.').waitFor()
  await shown.getByRole('heading', { level: 1, name: /Lễ hội trà Tân Cương/ }).waitFor()
  const picture = shown.getByRole('img').first()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
}
