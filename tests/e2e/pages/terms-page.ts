import type { Page } from 'playwright-core'

/** The terms' desk (Thuật ngữ). */
export function termsPage(page: Page) {
  const work = page.getByRole('region', { name: /^(Thuật ngữ|Tên người|Bộ nhớ dịch)$/ })
  return {
    part: (name: 'Thuật ngữ' | 'Tên người' | 'Bộ nhớ dịch') =>
      page
        .getByRole('navigation', { name: 'Các phần của kho thuật ngữ' })
        .getByRole('button', { name, exact: true })
        .click(),
    list: page.getByRole('listbox'),
    option: (words: string | RegExp) =>
      page.getByRole('listbox').getByRole('option').filter({ hasText: words }),
    find: page.getByRole('searchbox').first(),
    heading: (words: string) => page.getByRole('heading', { name: words, exact: true }),
    work,
    notice: (words: string | RegExp) => page.getByRole('alert').filter({ hasText: words }),
    async undo(): Promise<void> {
      await page.getByRole('button', { name: 'Hoàn tác' }).last().click()
    },
    dialog: page.getByRole('dialog'),
    /** Answers the file chooser that a button opens. */
    async choose(button: string, file: string): Promise<void> {
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: button }).click()
      await (await choosing).setFiles(file)
    },
    async chooseGlossary(file: string): Promise<void> {
      await page.getByRole('button', { name: 'Nhập, xuất bảng thuật ngữ' }).click()
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('menuitem', { name: 'Nhập bảng thuật ngữ (Excel, CSV)…' }).click()
      await (await choosing).setFiles(file)
    },
  }
}
