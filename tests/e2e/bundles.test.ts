import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startApp } from './app.ts'
import { openNewsroom, owner } from './open-newsroom.ts'
import { bundlePage } from './pages/bundle-page.ts'

const newcomer = 'Nguyễn Thị Lan'
const title = 'Lễ hội trà mở ở Tân Cương'

test('a colleague on another machine joins by file, and a story comes to her on a stick', async () => {
  const newsroom = await openNewsroom()
  const other = await startApp()
  const first = await newsroom.openAs(owner)
  const second = await other.openWindow()
  const here = bundlePage(first, newsroom.app.folder)
  const there = bundlePage(second, other.folder)

  const request = await there.requestToJoin(newcomer, 'nuoctra84')
  const invitation = await here.admit(request, 'biên tập viên')
  await first.getByRole('button', { name: 'Xong' }).click()
  await there.openInvitation(invitation)
  await second.getByText(`${owner} mời ${newcomer} vào tòa soạn Báo Thái Nguyên.`).waitFor()
  await there.join()

  await newsroom.write([
    { kind: 'title', runs: [{ text: title, marks: {} }] },
    { kind: 'paragraph', runs: [{ text: 'Sáng 24/11, hàng nghìn người về dự hội.', marks: {} }] },
  ])
  await first.keyboard.press('Control+Shift+1')
  const bundle = await here.send(title, 'Nhờ chị dịch giúp')
  await first.getByRole('button', { name: 'Xong' }).click()

  const dialog = await there.open(bundle)
  await dialog.getByText('Người gửi là thành viên tòa soạn, chữ ký đúng.').waitFor()
  await dialog.getByText('Nhờ chị dịch giúp').waitFor()
  expect(await dialog.getByRole('listitem').first().innerText()).toContain('bài mới')
  await dialog.getByRole('button', { name: 'Mở và ghép vào kho' }).click()
  await dialog.getByText('1 bài mới, 0 bài được ghép thêm, 0 bài không đổi.').waitFor()
  await dialog.getByRole('button', { name: 'Mở bài' }).click()
  await second.getByText('Sáng 24/11, hàng nghìn người về dự hội.').first().waitFor()

  const again = await there.open(bundle)
  await again.getByText('không có gì mới').waitFor()
  await again.getByRole('button', { name: 'Thôi' }).click()

  const broken = join(other.folder, 'hong.tramtin')
  writeFileSync(broken, 'PK\u0003\u0004 chép dở')
  const refused = await there.open(broken)
  expect(await refused.getByRole('alert').innerText()).toContain('chưa chép hết hoặc bị cắt cụt')
  await second.keyboard.press('Escape')

  await second.keyboard.press('Control+,')
  await second.getByRole('button', { name: 'Trao đổi' }).click()
  await second.getByText(`Máy của ${owner}`).waitFor()
  await second.getByText('1 tài liệu đã so, giống hệt').waitFor()
  await newsroom.app.stop()
  await other.stop()
})
