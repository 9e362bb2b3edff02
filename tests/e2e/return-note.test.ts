import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { openNewsroom, owner, reporter } from './open-newsroom.ts'
import { framePage } from './pages/frame-page.ts'
import { writingPage } from './pages/writing-page.ts'

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
  const besideDiff = chiefPage.getByRole('complementary').filter({ hasText: `Lần trước ${owner}` })
  await besideDiff.getByRole('blockquote').filter({ hasText: note }).waitFor()
})
