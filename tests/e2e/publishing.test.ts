import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { articleDocument } from '#domain/document-id.ts'
import { tramtin } from './app.ts'
import { openNewsroom, pin, reach, reporter } from './open-newsroom.ts'
import { framePage } from './pages/frame-page.ts'

const approver = 'Lê Thu Hà'
const story = [
  { kind: 'title', runs: [{ text: 'Lễ hội trà đón 12.500 lượt khách', marks: {} }] },
  { kind: 'lead', runs: [{ text: 'Lễ hội khai mạc sáng 24/11 tại Tân Cương.', marks: {} }] },
  { kind: 'paragraph', runs: [{ text: 'Khách không phải mua vé.', marks: {} }] },
] as const

test('a text for Facebook is shaped, copied, approved, delivered and noted as posted', async () => {
  const newsroom = await openNewsroom()
  const { app, client } = newsroom
  const member = await client.people.addMember({ id: uuidv7(), name: approver, roles: ['approver'], pin })
  const decider = (await reach(app.workspace)).another()
  await decider.session.signIn({ profile: member.id, pin })
  const article = await newsroom.write(story)
  const sent = await client.workflow.submit({ id: uuidv7(), document: articleDocument(article) })
  await decider.workflow.approve({ id: uuidv7(), submission: sent.submission?.record ?? '' })

  const page = await newsroom.openAs(reporter)
  const frame = framePage(page)
  await frame.goTo('Đăng – phát')
  await page.getByRole('button', { name: /Lễ hội trà đón/ }).click()
  const card = page.getByRole('region', { name: 'Facebook' })
  await card.getByText('chưa soạn').first().waitFor()
  await card.getByRole('button', { name: 'Soạn: tiếng Việt' }).click()
  const text = page.getByRole('textbox', { name: 'Nội dung' })
  await text.waitFor()
  expect(await text.inputValue()).toContain('Khách không phải mua vé.')
  await text.press('Control+End')
  await text.pressSequentially(' Mời bà con ghé chơi! 🍵')
  const look = page.getByRole('article', { name: 'Bài trên Facebook' })
  await look.getByText('Mời bà con ghé chơi! 🍵').waitFor()
  const written = await text.inputValue()
  await page.getByText(`${written.length}/63.206 ký tự`).waitFor()
  await page.getByRole('button', { name: 'Chép Nội dung' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written)
  await frame.saved()
  await page.getByRole('button', { name: 'Gửi duyệt', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi duyệt' }).click()
  await page.getByText('chờ duyệt').first().waitFor()

  const desk = await newsroom.openAs(approver)
  await framePage(desk).goTo('Duyệt')
  await desk.getByText('Mời bà con ghé chơi!').first().waitFor()
  await desk.keyboard.press('Control+Enter')
  await desk.getByText('Không có bài nào chờ duyệt').waitFor()

  await page.getByText('sẵn sàng').first().waitFor()
  await page.getByRole('button', { name: 'Tạo bộ tệp đăng' }).click()
  await page.getByText('đã tạo bộ tệp').first().waitFor()
  await page.getByRole('button', { name: 'Đã đăng…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Địa chỉ bài đăng').fill('facebook.com/bao')
  await dialog.getByText('Địa chỉ bắt đầu bằng').waitFor()
  await dialog.getByLabel('Địa chỉ bài đăng').fill('https://facebook.com/baothainguyen/1')
  await dialog.getByRole('button', { name: 'Ghi lại' }).click()
  await page.getByText('đã đăng', { exact: true }).first().waitFor()

  await page.getByRole('button', { name: 'Các kênh' }).click()
  await page.getByText('https://facebook.com/baothainguyen/1').waitFor()
  await page.getByRole('button', { name: 'Gỡ bài…' }).click()
  await dialog.getByRole('radio', { name: 'cơ quan có thẩm quyền' }).check()
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Số liệu đang được kiểm tra lại')
  await dialog.getByRole('button', { name: 'Ghi yêu cầu' }).click()
  await page.getByText(/^Cần gỡ trước/).waitFor()
  await page.getByRole('button', { name: 'Ghi đã gỡ' }).click()
  await page
    .getByText(/^Đã gỡ/)
    .first()
    .waitFor()

  await page.getByRole('button', { name: 'Sổ đăng bài' }).click()
  await page.getByRole('row', { name: /Lễ hội trà đón.*Facebook/ }).waitFor()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất báo cáo tháng' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  const [made] = await client.packages.list({ article })
  await app.stop()
  const out = join(app.folder, 'goi')
  const words = ['export', article, '--channel', 'facebook', '--lang', 'vi', '--out', out]
  const exported = await tramtin(...words, '--workspace', app.workspace)
  expect(exported).toMatchObject({ code: 0 })
  expect(made?.channel).toBe('facebook')
})
