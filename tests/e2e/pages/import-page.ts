import type { Locator, Page } from 'playwright-core'

/** The dialog that several files come in by. */
export function importPage(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^Nhập \d+ tệp/ })
  const files = dialog.getByRole('list', { name: 'Các tệp đang nhập' })
  const file = (name: string): Locator => files.getByRole('listitem').filter({ hasText: name })
  return {
    dialog,
    file,
    /** Waits until a file has come to this, in the words of the list. */
    async becomes(name: string, state: string): Promise<void> {
      await file(name).getByText(state).waitFor()
    },
    async look(name: string): Promise<void> {
      await file(name).getByRole('button').first().click()
    },
    async importAll(): Promise<void> {
      await dialog.getByRole('button', { name: /^Nhập tất cả/ }).click()
    },
    /** Types over the text of a block that says `text` now. */
    async retype(text: string, typed: string): Promise<void> {
      await dialog.getByRole('button', { name: `Sửa chữ: ${text}` }).click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(typed)
      await page.keyboard.press('Enter')
    },
  }
}
