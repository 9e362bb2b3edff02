import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { type NewBlock, openNewsroom, owner, reporter } from './open-newsroom.ts'
import { framePage } from './pages/frame-page.ts'
import { writingPage } from './pages/writing-page.ts'

const block = (kind: NewBlock['kind'], text: string): NewBlock => ({ kind, runs: [{ text, marks: {} }] })
const note = 'Thiếu ý kiến trạm trưởng'

test('the note of a return stands over the text for its writer, and beside the diff when it is sent again', async () => {
  const newsroom = await openNewsroom()
  const members = await newsroom.client.people.list()
  const chief = members.find(({ name }) => name === owner)?.id ?? ''
  await newsroom.client.people.setRoles({ id: uuidv7(), member: chief, roles: ['owner', 'approver'] })

  const reporterPage = await newsroom.openAs(reporter)
  const writing = writingPage(reporterPage)
  await writing.newArticle()
  await reporterPage.keyboard.type('Đường vào bản')
  await framePage(reporterPage).saved()
  await writing.sendForReview('Xin duyệt')

  const chiefPage = await newsroom.openAs(owner)
  await framePage(chiefPage).goTo('Duyệt')
  await chiefPage.getByRole('button', { name: 'Trả về sửa' }).click()
  await chiefPage.getByLabel('Cần sửa gì?').fill(note)
  await chiefPage.keyboard.press('Enter')

  const overText = reporterPage.getByRole('main').getByRole('complementary').filter({ hasText: note })
  await overText.waitFor()
  expect(await overText.innerText()).toContain(owner)
  await writing.editor.click()
  await reporterPage.keyboard.press('Control+End')
  await reporterPage.keyboard.type(' nay chỉ còn nửa giờ')
  await framePage(reporterPage).saved()
  await writing.sendForReview('Đã thêm')
  await overText.waitFor({ state: 'detached' })

  await chiefPage.getByText('gửi lại lần 2').waitFor()
  await chiefPage.getByText('Lần trước').waitFor()
  await chiefPage.getByRole('blockquote').filter({ hasText: note }).waitFor()
})

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
