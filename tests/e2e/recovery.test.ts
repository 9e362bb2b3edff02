import { expect, test } from 'vitest'
import { startApp } from './app.ts'
import { startPage } from './pages/start-page.ts'

test('who forgot the only PIN gets back in by the recovery file, from where one signs in', async () => {
  const app = await startApp()
  const page = await app.openWindow()
  const start = startPage(page)
  const file = await start.found('Báo Thái Nguyên', 'Trần Thị Hạnh', 'chexanh26', app.folder)
  await start.chooseContents('Kho trống')
  const desks = page.getByRole('navigation', { name: 'Các bàn việc' })
  await desks.waitFor()
  await page.keyboard.press('Control+Shift+L')

  await page.getByRole('button', { name: /Quên mã PIN/ }).click()
  const recover = page.getByRole('button', { name: 'Khôi phục và vào làm việc' })
  expect(await recover.isDisabled()).toBe(true)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /Chọn tệp khôi phục/ }).click()
  await (await choosing).setFiles(file)
  await page.getByRole('textbox', { name: 'Mã PIN mới' }).fill('nuoctra84')
  await page.getByRole('textbox', { name: 'Nhập lại mã PIN' }).fill('nuoctra84')
  await recover.click()
  await desks.waitFor()

  await page.keyboard.press('Control+Shift+L')
  await start.signIn('Trần Thị Hạnh', 'nuoctra84')
  await app.stop()
})
