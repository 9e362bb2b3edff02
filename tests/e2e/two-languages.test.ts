import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import type { Client } from '#cli/client.ts'
import { articleDocument } from '#domain/document-id.ts'
import { tramtin } from './app.ts'
import { openNewsroom, pin, reach, reporter } from './open-newsroom.ts'
import { framePage } from './pages/frame-page.ts'
import { reviewPage } from './pages/review-page.ts'
import { translationPage } from './pages/translation-page.ts'
import { writingPage } from './pages/writing-page.ts'

const approver = 'Lê Thu Hà'
const story = [
  { kind: 'title', runs: [{ text: 'Lễ hội trà đón 12.500 lượt khách', marks: {} }] },
  { kind: 'lead', runs: [{ text: 'Lễ hội khai mạc sáng 24/11 tại Tân Cương.', marks: {} }] },
  { kind: 'paragraph', runs: [{ text: 'Khách không phải mua vé.', marks: {} }] },
] as const

/** Sends the article as it stands and has it approved, both without a window. */
async function approveArticle(sender: Client, decider: Client, id: string): Promise<void> {
  const sent = await sender.workflow.submit({ id: uuidv7(), document: articleDocument(id) })
  await decider.workflow.approve({ id: uuidv7(), submission: sent.submission?.record ?? '' })
}

test('a story goes into English, is approved by who cannot read it, and leaves in two languages (FLOW1, FLOW2)', async () => {
  const newsroom = await openNewsroom()
  const { app, client } = newsroom
  const member = await client.people.addMember({ id: uuidv7(), name: approver, roles: ['approver'], pin })
  const decider = (await reach(app.workspace)).another()
  await decider.session.signIn({ profile: member.id, pin })
  const article = await newsroom.write(story)
  await approveArticle(client, decider, article)

  const desk = await newsroom.openAs(reporter)
  const frame = framePage(desk)
  await frame.goTo('Viết')
  await desk.getByRole('option').filter({ hasText: 'Lễ hội trà' }).first().click()
  const translation = translationPage(desk)
  await translation.translateInto('Tiếng Anh')
  await translation.confirm('Tea festival welcomes 12,500 visitors')
  await translation.confirm('The festival opened on the morning of November 24 in Tan Cuong.')
  await translation.target.click()
  await desk.keyboard.type('Visitors need no ticket.')
  await desk.keyboard.press('Control+Enter')
  await translation.rowState('Khách không phải mua vé', 'confirmed').waitFor()
  await frame.saved()
  await writingPage(desk).sendForReview('Tên lễ hội theo kho thuật ngữ')

  const page = await newsroom.openAs(approver)
  const approving = framePage(page)
  await approving.goTo('Duyệt')
  const review = reviewPage(page)
  await page.getByText('Tên lễ hội theo kho thuật ngữ').first().waitFor()
  await review.row('Lễ hội trà đón').getByText('12.500 → 12,500').waitFor()
  await review.row('Khách không phải mua vé').getByText('Visitors need no ticket.').waitFor()
  await review.summary.getByText('Dịch từ bản gốc đã duyệt').waitFor()
  await review.summary.getByText('Mọi câu đã chốt').waitFor()
  await review.summary.getByText(/^Đã kiểm tra|^Kiểm tra thấy/).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Không có bài nào chờ duyệt').waitFor()

  await approving.goTo('Đăng – phát')
  await page.getByRole('button', { name: /Lễ hội trà đón/ }).click()
  await page.getByRole('checkbox', { name: 'tiếng Anh' }).waitFor()
  expect(await page.getByRole('checkbox', { name: 'tiếng Anh' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Tạo bộ tệp đăng' }).click()
  const downloading = page.waitForEvent('download')
  await page
    .getByRole('button', { name: /^Tải về/ })
    .first()
    .click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^\d{8}-portal-le-hoi-tra.*-vi-en\.zip$/)
  const zip = join(app.folder, download.suggestedFilename())
  await download.saveAs(zip)
  expect(await tramtin('verify', zip, '--workspace', app.workspace)).toMatchObject({ code: 0 })

  await frame.goTo('Viết')
  const writing = writingPage(desk)
  await writing.block('Khách không phải mua vé').click()
  await desk.keyboard.press('End')
  await desk.keyboard.type(' Ban tổ chức bố trí 12 điểm đỗ xe.')
  await frame.saved()
  await approveArticle(client, decider, article)
  await page.getByText('bản gốc đã sửa').first().waitFor()
  await app.stop()
  const out = join(app.folder, 'lan-sau')
  const words = ['export', article, '--lang', 'vi,en', '--out', out, '--workspace', app.workspace]
  const exported = await tramtin(...words)
  expect(exported).toMatchObject({ code: 0 })
  expect(exported.output).toContain('Bản tiếng Anh: bản gốc đã sửa')
  const [folder] = readdirSync(out).filter((name) => !name.endsWith('.zip'))
  const late = join(out, folder ?? '')
  expect(await tramtin('verify', late, '--workspace', app.workspace)).toMatchObject({ code: 0 })
})
