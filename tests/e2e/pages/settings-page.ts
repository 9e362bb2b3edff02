import type { Page } from 'playwright-core'

export function settingsPage(page: Page) {
  return {
    async addMember(name: string, roles: readonly string[], pin: string): Promise<void> {
      await page.getByRole('button', { name: 'Thêm thành viên' }).click()
      const dialog = page.getByRole('dialog', { name: 'Thêm thành viên' })
      await dialog.getByLabel('Họ và tên').fill(name)
      for (const role of ['phóng viên', 'biên tập viên', 'người duyệt']) {
        await dialog.getByRole('checkbox', { name: role, exact: true }).setChecked(roles.includes(role))
      }
      await dialog.getByRole('textbox', { name: 'Mã PIN ban đầu', exact: true }).fill(pin)
      await dialog.getByRole('textbox', { name: 'Nhập lại mã PIN' }).fill(pin)
      await dialog.getByRole('button', { name: 'Thêm thành viên' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('cell', { name, exact: true }).waitFor()
    },
  }
}
