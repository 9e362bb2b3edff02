import { expect, test } from 'vitest'
import { type NewBlock, openNewsroom, owner } from './open-newsroom.ts'

const block = (kind: NewBlock['kind'], text: string): NewBlock => ({ kind, runs: [{ text, marks: {} }] })

test('what is typed right after Ctrl+P reaches the palette: words are marked (LANG1), Enter takes the first line', async () => {
  const newsroom = await openNewsroom()
  await newsroom.write([
    block('title', 'Hội trà Tân Cương'),
    block('paragraph', 'Sáng nay, đường vào xã đã trải nhựa.'),
  ])
  const page = await newsroom.openAs(owner)
  await page.getByRole('option', { name: /Hội trà/ }).waitFor()
  await page.keyboard.press('Control+P')
  await page.keyboard.type('duong vao')
  const found = page.getByRole('dialog', { name: 'Tìm hoặc ra lệnh' }).locator('mark')
  await expect.poll(() => found.allInnerTexts(), { timeout: 30_000 }).toEqual(['đường', 'vào'])
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Trang viết' }).getByText('Hội trà Tân Cương').waitFor()

  await page.keyboard.press('Control+P')
  await page.keyboard.type('bang phim tat')
  await page.getByRole('button', { name: /Mở bảng phím tắt/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Bảng phím tắt' }).waitFor()
})

test('a new member has no role before one is chosen, and the dialog says so', async () => {
  const newsroom = await openNewsroom()
  const page = await newsroom.openAs(owner)
  await page.getByRole('button', { name: 'Bài mới' }).first().waitFor()
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Thêm thành viên' }).click()
  const dialog = page.getByRole('dialog', { name: 'Thêm thành viên' })
  await dialog.getByText('Chọn ít nhất một vai trò.').waitFor()
  const boxes = dialog.getByRole('checkbox')
  expect(
    await boxes.evaluateAll((all) => all.filter((box) => (box as HTMLInputElement).checked).length),
  ).toBe(0)
  await boxes.first().check()
  await dialog.getByText('Chọn ít nhất một vai trò.').waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Thôi' }).click()
  await dialog.waitFor({ state: 'detached' })
})
