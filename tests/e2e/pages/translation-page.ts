import type { Page } from 'playwright-core'

/** The translation desk (Dịch). */
export function translationPage(page: Page) {
  const target = page.getByRole('textbox', { name: /^Câu dịch số/ })
  return {
    /** Begins a translation of the article in hand from the writing desk. */
    async translateInto(language: string): Promise<void> {
      await page.getByRole('button', { name: 'Dịch sang…' }).click()
      await page.getByRole('menuitem', { name: language }).click()
      await target.waitFor()
    },
    target,
    row: (words: string) => page.locator('[data-row]').filter({ hasText: words }),
    rowState: (words: string, state: string) =>
      page.locator(`[data-row]`).filter({ hasText: words }).locator(`[data-state="${state}"]`).first(),
    /** Types the target of the row in hand and goes on to the next one to do. */
    async confirm(words: string): Promise<void> {
      const before = await target.getAttribute('aria-label')
      await target.click()
      await page.keyboard.type(words)
      await page.keyboard.press('Control+Enter')
      await page.locator(`[aria-label="${before}"]`).waitFor({ state: 'detached' })
    },
    terms: page.getByRole('list', { name: 'Thuật ngữ trong câu' }),
    matches: page.getByRole('list', { name: 'Câu khớp trong bộ nhớ dịch' }),
    /** Told when the row in hand is not confirmed at the first try. */
    heldUp: page.getByRole('alert').filter({ hasText: 'lần nữa để vẫn chốt' }),
    /** Ignores the first thing that checks say of the row in hand. */
    async ignore(reason: string): Promise<void> {
      await page.getByRole('button', { name: 'Bỏ qua, vì…' }).first().click()
      await page.keyboard.type(reason)
      await page.keyboard.press('Enter')
      await page.getByText(`Đã bỏ qua: ${reason}`).first().waitFor()
    },
    /** Checks the whole translation, in the inspector. */
    async checkWhole(): Promise<void> {
      await page.getByRole('tab', { name: 'Lỗi' }).click()
      await page.getByRole('button', { name: 'Kiểm tra cả bài' }).click()
    },
    preview: page.getByRole('document', { name: 'Bản xem thử' }),
    act: async (act: string) => {
      await page.getByRole('button', { name: 'Việc khác với câu này' }).click()
      await page.getByRole('menuitem', { name: act }).click()
    },
  }
}
