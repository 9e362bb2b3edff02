import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeFolder, startApp } from './app.ts'
import { stories } from './newsroom-texts.ts'
import { graveFaults } from './pages/axe.ts'
import { framePage } from './pages/frame-page.ts'
import { startPage } from './pages/start-page.ts'
import { writingPage } from './pages/writing-page.ts'
import { cast, makeNewsroomDay, newsroomNow, newsroomPin } from './stories.ts'

const sample = new URL('../../resources/sample/le-hoi-tra-tan-cuong.docx', import.meta.url).pathname
/** Some forty looks of axe: under a minute on an idle machine, minutes on a busy one. */
const patience = 400_000
const openDialog = '[role="dialog"]'
const titleOf = (standing: string) =>
  stories.findLast((story) => story.standing === standing)?.blocks[0]?.text ?? ''

test(
  'axe finds nothing serious on the way in, light and dark',
  async () => {
    const app = await startApp()
    const page = await app.openWindow()
    const faults = makeFaults(page)
    const start = startPage(page)
    await page.getByRole('button', { name: /Tạo tòa soạn mới/ }).waitFor()
    await faults.lookAt('start')
    await page.getByRole('button', { name: /Xin vào tòa soạn/ }).click()
    await faults.lookAt('join')
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await page.getByRole('button', { name: /Tạo tòa soạn mới/ }).click()
    await page.getByRole('textbox', { name: 'Mã PIN', exact: true }).fill('123456')
    await faults.lookAt('create newsroom')
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await start.found('Báo Thái Nguyên', cast.chief, newsroomPin, app.folder, () => faults.lookAt('recovery'))
    await page.getByRole('button', { name: /Kho trống/ }).waitFor()
    await faults.lookAt('contents')
    await start.chooseContents('Kho trống')
    await page.getByRole('navigation', { name: 'Các bàn việc' }).waitFor()
    await faults.lookAt('empty workspace')
    expect(faults.found).toEqual([])
    await app.stop()
  },
  patience,
)

test(
  'axe finds nothing serious at the writing and review desks, light and dark',
  async () => {
    const { app, page } = await openNewsroom()
    const faults = makeFaults(page)
    await page.getByText(cast.chief, { exact: true }).waitFor()
    await faults.lookAt('sign-in')
    await enter(page)
    await lookAtWriting(page, faults, app.folder)
    await lookAtReview(page, faults)
    expect(faults.found).toEqual([])
    await app.stop()
  },
  patience,
)

test(
  'axe finds nothing serious at the other desks and in the frame, light and dark',
  async () => {
    const { app, page } = await openNewsroom()
    const faults = makeFaults(page)
    await enter(page)
    await lookAtPublishing(page, faults)
    await lookAtSettings(page, faults)
    await lookAtFrame(page, faults)
    expect(faults.found).toEqual([])
    await app.stop()
  },
  patience,
)

async function enter(page: Page): Promise<void> {
  await startPage(page).signIn(cast.chief, newsroomPin)
  await page.getByRole('listbox').waitFor()
}

type Faults = Readonly<{ found: readonly string[]; lookAt(where: string, within?: string): Promise<void> }>

function makeFaults(page: Page): Faults {
  const found: string[] = []
  return {
    found,
    lookAt: async (where, within) => void found.push(...(await graveFaults(page, where, within))),
  }
}

async function openNewsroom() {
  const home = makeFolder()
  await makeNewsroomDay(join(home, 'kho'))
  const app = await startApp(home)
  const page = await app.openWindow()
  await page.clock.setFixedTime(newsroomNow)
  return { app, page }
}

async function close(page: Page, shown: Locator): Promise<void> {
  await page.keyboard.press('Escape')
  await shown.waitFor({ state: 'detached' })
}

async function lookAtWriting(page: Page, faults: Faults, folder: string): Promise<void> {
  const writing = writingPage(page)
  const dialog = page.getByRole('dialog')
  await writing.open(titleOf('draft'))
  await faults.lookAt('writing')
  await page.getByRole('button', { name: 'Gửi duyệt' }).click()
  await page.getByLabel('Lời nhắn cho người duyệt').waitFor()
  await faults.lookAt('send for review', openDialog)
  await close(page, dialog)

  await page.keyboard.press('Control+s')
  await dialog.getByLabel('Tên phiên bản').waitFor()
  await faults.lookAt('keep a version', openDialog)
  await close(page, dialog)

  await writing.open(titleOf('sentAgain'))
  await page
    .getByRole('region', { name: 'Lịch sử sửa' })
    .getByRole('listitem')
    .last()
    .getByRole('button')
    .click()
  await dialog.getByText('So với bài bây giờ').waitFor()
  await faults.lookAt('history', openDialog)
  await close(page, dialog)

  const file = join(folder, 'Bài lễ hội trà.docx')
  copyFileSync(sample, file)
  await writing.chooseFiles(file)
  await writing.importDialog.getByRole('button', { name: 'Nhập bài này' }).waitFor()
  await faults.lookAt('import', openDialog)
  await close(page, writing.importDialog)
}

async function lookAtReview(page: Page, faults: Faults): Promise<void> {
  await framePage(page).goTo('Duyệt')
  await page.getByText(titleOf('sentAgain')).first().click()
  await page.getByText('Lời nhắn khi gửi:').waitFor()
  await faults.lookAt('review')
  await page.getByText('Toàn văn', { exact: true }).click()
  await page.getByRole('region', { name: 'Toàn văn' }).waitFor()
  await faults.lookAt('whole text')
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByLabel('Cần sửa gì?').waitFor()
  await faults.lookAt('return')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Đã duyệt trên giấy…' }).click()
  await page.getByRole('dialog').getByLabel('Người ký duyệt trên giấy').waitFor()
  await faults.lookAt('approved on paper', openDialog)
  await close(page, page.getByRole('dialog'))
}

async function lookAtPublishing(page: Page, faults: Faults): Promise<void> {
  await framePage(page).goTo('Đăng – phát')
  await page.getByRole('button', { name: titleOf('packaged') }).click()
  await page.getByRole('button', { name: /^Kiểm tra/ }).click()
  await page.getByText(/Nguyên vẹn/).waitFor()
  await faults.lookAt('publishing')
}

async function lookAtSettings(page: Page, faults: Faults): Promise<void> {
  await framePage(page).goTo('Cài đặt')
  const parts = page.getByRole('navigation', { name: 'Các phần' })
  for (const part of ['Sao lưu', 'Kiểm tra kho', 'Giao diện', 'Phím tắt', 'Giới thiệu', 'Thành viên']) {
    await parts.getByRole('button', { name: part }).click()
    await page.getByRole('heading', { name: part, level: 2, exact: true }).waitFor()
    await faults.lookAt(`settings: ${part}`, 'main')
  }
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Thêm thành viên' }).click()
  await dialog.getByLabel('Họ và tên').waitFor()
  await faults.lookAt('add a member', openDialog)
  await close(page, dialog)
  for (const act of ['Đổi vai trò…', 'Cấp khóa mới (quên PIN)…', 'Đưa ra khỏi tòa soạn…']) {
    await page.getByRole('button', { name: `Việc với ${cast.reporter}` }).click()
    await page.getByRole('menuitem', { name: act }).click()
    await dialog.waitFor()
    await faults.lookAt(act, openDialog)
    await close(page, dialog)
  }
}

async function lookAtFrame(page: Page, faults: Faults): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('Control+p')
  await page.getByPlaceholder('Tìm bài theo tít, hoặc gõ tên lệnh').waitFor()
  await faults.lookAt('palette', openDialog)
  await close(page, dialog)
  await page.keyboard.press('Control+/')
  await dialog.getByPlaceholder('Tìm lệnh hoặc phím').waitFor()
  await faults.lookAt('keys', openDialog)
  await close(page, dialog)
  await page.getByRole('button', { name: /đổi người, khóa, mã PIN/ }).click()
  await page.getByRole('menuitem', { name: 'Đổi mã PIN…' }).click()
  await dialog.waitFor()
  await faults.lookAt('change the PIN', openDialog)
  await close(page, dialog)
}

test('a story is written, sent and approved by keys alone', async () => {
  const { app, page } = await openNewsroom()
  const { keyboard } = page
  await signInByKeys(page, cast.reporter)
  await page.getByRole('listbox').waitFor()

  await keyboard.press('Alt+n')
  const writing = writingPage(page)
  await writing.editor.waitFor()
  await tabTo(page, writing.editor)
  await keyboard.type('Thông xe đường tránh thị trấn')
  await keyboard.press('Enter')
  await keyboard.type('Tuyến đường dài 4,2 cây số thông xe sáng 24/11.')
  await framePage(page).saved()
  await keyboard.press('Control+Shift+Enter')
  await page.getByLabel('Lời nhắn cho người duyệt').waitFor()
  await keyboard.type('Nhờ chị xem')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await page.getByText(/gửi duyệt lúc/).waitFor()

  await keyboard.press('Control+Shift+L')
  await signInByKeys(page, cast.chief)
  await page.getByRole('listbox').waitFor()
  await keyboard.press('Control+Shift+3')
  const reader = page.getByRole('heading', { name: 'Thông xe đường tránh thị trấn' })
  await tabTo(page, page.getByRole('button', { name: /^Thông xe đường tránh thị trấn/ }))
  await keyboard.press('Enter')
  await reader.waitFor()
  await keyboard.press('Control+Enter')
  await page.getByText(/Đã duyệt “Thông xe đường tránh thị trấn”/).waitFor()
  await app.stop()
})

async function signInByKeys(page: Page, name: string): Promise<void> {
  const person = page.getByRole('radio', { name: new RegExp(name) })
  await tabTo(page, page.locator('input[name="profile"]:checked'))
  for (let step = 0; step < 5 && !(await person.isChecked()); step++) await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByRole('textbox', { name: 'Mã PIN', exact: true }))
  await page.keyboard.type(newsroomPin)
  await page.keyboard.press('Enter')
}

/** Goes on with Tab until the element has the focus, as one who has no mouse. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  await element.waitFor()
  const isThere = () => element.evaluate((found) => found === document.activeElement)
  for (let step = 0; step < 80; step++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${element}`)
}
