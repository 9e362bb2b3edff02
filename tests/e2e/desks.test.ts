import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Newsroom, openNewsroom, owner, reporter } from './open-newsroom.ts'
import { drop } from './pages/given.ts'
import { importPage } from './pages/import-page.ts'
import { writingPage } from './pages/writing-page.ts'

const sample = new URL('../../resources/sample/le-hoi-tra-tan-cuong.docx', import.meta.url).pathname
const body = 'Theo đó, 120 suất quà đã được trao cho các gia đình bị thiệt hại do mưa lũ ở vùng cao.'

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})

afterAll(() => newsroom.app.stop())

function write(name: string, text: string): string {
  const path = join(newsroom.app.folder, name)
  writeFileSync(path, text)
  return path
}

test('files of every kind come in by one dialog: the sound ones become articles, the others say why not (SAFE3, SEC1)', async () => {
  const page = await newsroom.openAs(reporter)
  const importing = importPage(page)
  await writingPage(page).chooseFiles(
    write(
      'tin-qua-tang.txt',
      `Trao quà vùng lũ\n\n(TN) - Sáng 24/11, đoàn công tác đến xã Võ Nhai.\n\n${body}`,
    ),
    write('hong.docx', 'PK\u0003\u0004 không phải zip'),
    write('dau-mat.txt', `Báo cáo\n\nTỐI MẬT\n\n${body}`),
    write(
      'khong-tit.txt',
      `Sáng nay, lãnh đạo tỉnh đến thăm; đây là hoạt động thường niên của tỉnh.\n\n${body}`,
    ),
    sample,
  )
  await importing.becomes('tin-qua-tang', 'sẵn sàng')
  await importing.becomes('hong', 'không nhập được')
  await importing.becomes('dau-mat', 'có dấu mật')
  await importing.becomes('khong-tit', 'cần xem lại')
  await importing.becomes('le-hoi-tra', 'sẵn sàng')

  await importing.retype('Trao quà vùng lũ', 'Trao quà cho bà con vùng lũ')
  await importing.dialog.getByRole('button', { name: 'Chuyển sang ô “Địa danh đầu tin”' }).click()
  await importing.importAll()
  await importing.becomes('tin-qua-tang', 'đã nhập')
  await importing.becomes('le-hoi-tra', 'đã nhập')
  await importing.look('khong-tit')
  await importing.dialog.getByRole('textbox', { name: 'Chữ của: Tít' }).fill('Thăm hỏi vùng cao')
  await page.keyboard.press('Enter')
  await importing.dialog.getByRole('button', { name: 'Nhập bài này' }).click()
  await importing.becomes('khong-tit', 'đã nhập')
  await importing.look('dau-mat')
  await importing.dialog.getByText('Trạm Tin không nhận tài liệu mật').waitFor()
  await importing.dialog.getByRole('button', { name: 'Đóng' }).last().click()

  const { rows } = await newsroom.client.articles.list({})
  const titles = rows.map(({ title }) => title)
  expect(titles).toContain('Trao quà cho bà con vùng lũ')
  expect(titles).toContain('Thăm hỏi vùng cao')
  expect(titles.some((title) => title.includes('Báo cáo'))).toBe(false)
  const gifts = rows.find(({ title }) => title.startsWith('Trao quà'))
  const article = await newsroom.read(gifts?.id ?? '')
  expect(article.metadata.dateline).toBe('(TN)')
  const texts = article.blocks.map(({ runs }) => runs.map(({ text }) => text).join(''))
  expect(texts[1]).toBe('Sáng 24/11, đoàn công tác đến xã Võ Nhai.')
})

test('many files dropped on the window come in together', async () => {
  const page = await newsroom.openAs(reporter)
  const dropped = Array.from({ length: 12 }, (_, at) => ({
    name: `tin-${at + 1}.txt`,
    type: 'text/plain',
    bytes: Buffer.from(`Tin nhanh số ${at + 1}\n\n${body}`),
  }))
  await drop(page.locator('body'), ...dropped)
  const importing = importPage(page)
  await importing.becomes('tin-12.txt', 'sẵn sàng')
  await importing.importAll()
  await importing.dialog.waitFor({ state: 'detached' })
  await writingPage(page).block('Tin nhanh số 12').waitFor()
})

test('a colleague who opens the same article is seen, and where she types; she is gone with her window', async () => {
  const text = (kind: 'title' | 'paragraph', words: string) => ({ kind, runs: [{ text: words, marks: {} }] })
  await newsroom.write([text('title', 'Chợ phiên vùng cao'), text('paragraph', 'Chợ họp sáng chủ nhật.')])
  const page = await newsroom.openAs(reporter)
  await writingPage(page).open('Chợ phiên vùng cao')
  const hers = await newsroom.openAs(owner)
  await writingPage(hers).open('Chợ phiên vùng cao')
  await page.getByText(`${owner} đang mở bài này`).waitFor()
  await hers.getByText(`${reporter} đang mở bài này`).waitFor()
  await writingPage(hers).block('Chợ họp sáng chủ nhật').click()
  await hers.keyboard.press('End')
  await hers.keyboard.type(' Đông vui.')
  await page.getByRole('button', { name: /đang gõ ở “Chợ họp/ }).waitFor()
  await hers.context().close()
  await page.getByText(`${owner} đang mở bài này`).waitFor({ state: 'detached' })
})
