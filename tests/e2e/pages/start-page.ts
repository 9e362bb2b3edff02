import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** What a person meets before the desks: founding a newsroom, signing in. */
export function startPage(page: Page) {
  const pinField = page.getByRole('textbox', { name: 'Mã PIN', exact: true })

  /** Founds a newsroom; `atRecovery` is called while the recovery file is asked for. */
  async function found(
    newsroom: string,
    owner: string,
    pin: string,
    folder: string,
    atRecovery: () => Promise<void> = async () => undefined,
  ): Promise<string> {
    await page.getByRole('button', { name: /Tạo tòa soạn mới/ }).click()
    await page.getByLabel('Tên tòa soạn').fill(newsroom)
    await page.getByLabel('Họ và tên của bạn').fill(owner)
    await pinField.fill(pin)
    await page.getByRole('textbox', { name: 'Nhập lại mã PIN' }).fill(pin)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lưu tệp khôi phục' }).click()
    const download = await downloading
    const file = join(folder, download.suggestedFilename())
    await download.saveAs(file)
    await atRecovery()
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /Chọn tệp khôi phục/ }).click()
    await (await choosing).setFiles(file)
    return file
  }

  async function chooseContents(which: 'Kho trống' | 'Kho có bài mẫu'): Promise<void> {
    await page.getByRole('button', { name: new RegExp(which) }).click()
  }

  async function signIn(name: string, pin: string): Promise<void> {
    await page.getByText(name, { exact: true }).click()
    await pinField.fill(pin)
    await page.getByRole('button', { name: 'Vào làm việc' }).click()
    await page.getByRole('navigation', { name: 'Các bàn việc' }).waitFor()
  }

  return { found, chooseContents, signIn }
}
