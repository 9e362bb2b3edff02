import type { Page } from 'playwright-core'

export type DeskName = 'Viết' | 'Dịch' | 'Phụ đề' | 'Duyệt' | 'Đăng – phát' | 'Thuật ngữ' | 'Cài đặt'

/** The frame around every desk. */
export function framePage(page: Page) {
  return {
    async goTo(desk: DeskName): Promise<void> {
      await page.getByRole('navigation', { name: 'Các bàn việc' }).getByText(desk, { exact: true }).click()
    },
    /** Waits until the window says that all that was typed is on disk (SAFE1). */
    async saved(): Promise<void> {
      await page.getByRole('button', { name: /Đã lưu/ }).waitFor()
    },
    async switchTo(name: string, pin: string): Promise<void> {
      await page.getByRole('button', { name: /đổi người, khóa, mã PIN/ }).click()
      await page.getByRole('menuitem', { name: 'Đổi người dùng…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Đổi người dùng' })
      await dialog.getByText(name, { exact: true }).click()
      await dialog.getByRole('textbox', { name: 'Mã PIN', exact: true }).fill(pin)
      await dialog.getByRole('button', { name: 'Vào làm việc' }).click()
      await dialog.waitFor({ state: 'detached' })
    },
  }
}
