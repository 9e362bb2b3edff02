import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

/** Stories and people that travel by file. */
export function bundlePage(page: Page, folder: string) {
  /** Saves what the page hands out; answers where it lies. */
  async function saved(act: () => Promise<void>): Promise<string> {
    const downloading = page.waitForEvent('download')
    await act()
    const download = await downloading
    const file = join(folder, download.suggestedFilename())
    await download.saveAs(file)
    return file
  }

  async function choose(button: Locator, file: string): Promise<void> {
    const choosing = page.waitForEvent('filechooser')
    await button.click()
    await (await choosing).setFiles(file)
  }

  return {
    /** A first start that asks to join; answers the request's file. */
    async requestToJoin(name: string, pin: string): Promise<string> {
      await page.getByRole('button', { name: /Xin vào tòa soạn có sẵn/ }).click()
      await page.getByLabel('Họ và tên của bạn').fill(name)
      await page.getByRole('textbox', { name: 'Mã PIN', exact: true }).fill(pin)
      await page.getByRole('textbox', { name: 'Nhập lại mã PIN' }).fill(pin)
      await page.getByRole('button', { name: 'Tạo tệp yêu cầu' }).click()
      return saved(() => page.getByRole('button', { name: 'Lưu tệp yêu cầu' }).click())
    },
    /** The owner's answer, from the settings; answers the invitation's file. */
    async admit(request: string, role: string): Promise<string> {
      await page.keyboard.press('Control+,')
      await page.getByRole('button', { name: 'Mở tệp xin vào…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Nhận người vào tòa soạn' })
      await choose(dialog.getByRole('button', { name: 'Mở tệp xin vào…' }), request)
      await dialog.getByRole('checkbox', { name: role, exact: true }).check()
      const file = await saved(() => dialog.getByRole('button', { name: 'Nhận vào và lưu thư mời' }).click())
      await dialog.getByRole('status').waitFor()
      return file
    },
    async openInvitation(file: string): Promise<void> {
      await choose(page.getByRole('button', { name: 'Mở tệp thư mời' }), file)
    },
    async join(): Promise<void> {
      await page.getByRole('button', { name: 'Vào tòa soạn' }).click()
      await page.getByRole('navigation', { name: 'Các bàn việc' }).waitFor()
    },
    /** From the menu of an article in the list; answers the bundle's file. */
    async send(title: string, note: string): Promise<string> {
      await page.getByRole('listbox').getByText(title, { exact: true }).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Gửi bài đi…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Gửi 1 bài đi' })
      await dialog.getByLabel('Lời nhắn cho người nhận').fill(note)
      const file = await saved(() => dialog.getByRole('button', { name: 'Đóng gói và lưu tệp' }).click())
      await dialog.getByRole('status').waitFor()
      return file
    },
    /** As by the palette's "Mở gói bài…": answers the dialog with its preview. */
    async open(file: string): Promise<Locator> {
      await page.getByLabel('Mở gói bài…').setInputFiles(file)
      const dialog = page.getByRole('dialog', { name: /gói bài/ })
      await dialog.waitFor()
      return dialog
    },
  }
}
