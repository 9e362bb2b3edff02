import type { Page } from 'playwright-core'

/** The writing desk: list, page, inspector. */
export function writingPage(page: Page) {
  const editor = page.getByRole('textbox', { name: 'Trang viết' })
  return {
    editor,
    block: (text: string) => editor.locator('[data-kind]').filter({ hasText: text }),
    async open(title: string): Promise<void> {
      await page.getByRole('listbox').getByText(title).first().click()
      await editor.waitFor()
    },
    async newArticle(): Promise<void> {
      await page.getByRole('button', { name: 'Bài mới' }).first().click()
      await editor.waitFor()
    },
    /** Chooses files and waits for the preview of the first. */
    async chooseFiles(...files: string[]): Promise<void> {
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Nhập tệp…' }).first().click()
      await (await choosing).setFiles(files)
    },
    importDialog: page.getByRole('dialog', { name: /^Nhập:/ }),
    async importNow(): Promise<void> {
      const dialog = page.getByRole('dialog', { name: /^Nhập:/ })
      await dialog.getByRole('button', { name: 'Nhập bài này' }).click()
      await dialog.waitFor({ state: 'detached' })
      await editor.waitFor()
    },
    async sendForReview(note: string): Promise<void> {
      await page.getByRole('button', { name: 'Gửi duyệt', exact: true }).first().click()
      await page.getByLabel('Lời nhắn cho người duyệt').fill(note)
      await page.getByRole('button', { name: 'Gửi duyệt', exact: true }).last().click()
      await page.getByText(/gửi duyệt lúc/).waitFor()
    },
  }
}
