import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Newsroom, openNewsroom, reporter } from './open-newsroom.ts'
import { patience } from './pages/article-page.ts'
import { graveFaults } from './pages/axe.ts'
import { framePage } from './pages/frame-page.ts'
import { drop } from './pages/given.ts'
import { layoutFaults } from './pages/look.ts'
import { termsPage } from './pages/terms-page.ts'
import { translationPage } from './pages/translation-page.ts'

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

/** Holds a screen against what can be measured, light and dark. */
async function lookAt(page: Page, where: string): Promise<void> {
  expect.soft(await layoutFaults(page), where).toEqual([])
  expect.soft(await graveFaults(page, where)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Selects words in the row in hand as a mouse does. */
function select(page: Page, place: string, words: string): Promise<void> {
  return page
    .locator(place)
    .first()
    .evaluate((element, wanted) => {
      const range = document.createRange()
      const start = (element.textContent ?? '').indexOf(wanted)
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      // what is marked stands in elements of its own
      for (let begun = 0; walker.nextNode(); ) {
        const length = walker.currentNode.textContent?.length ?? 0
        if (start >= begun && start < begun + length) range.setStart(walker.currentNode, start - begun)
        const end = start + wanted.length
        if (end > begun && end <= begun + length) range.setEnd(walker.currentNode, end - begun)
        begun += length
      }
      window.getSelection()?.removeAllRanges()
      window.getSelection()?.addRange(range)
    }, words)
}

const unit = (vi: string, en: string) =>
  `<tu><tuv xml:lang="vi"><seg>${vi}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`
const memory = `<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="vi" srclang="vi" datatype="plaintext"/><body>
${unit('Lễ hội trà mở ở Tân Cương.', 'The Tea Festival opened in Tan Cuong.')}
${unit('Khách không phải mua vé vào cửa.', 'Visitors need no ticket.')}
<tu><tuv xml:lang="vi"><seg>Chỉ có tiếng Việt.</seg></tuv></tu>
</body></tmx>`

test('a concept is found in any language, mended, taken out and brought back; a draft waits while another is read', async () => {
  const page = await newsroom.openAs(reporter)
  await framePage(page).goTo('Thuật ngữ')
  const terms = termsPage(page)
  await terms.find.fill('south china')
  await terms.option('Biển Đông').click()
  await terms.heading('Biển Đông').waitFor()
  await terms.work.getByText('South China Sea').waitFor()
  await lookAt(page, 'concept')

  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Ghi chú', exact: true }).fill('Luôn viết East Sea.')
  await lookAt(page, 'concept-form')
  await terms.find.fill('')
  await terms.option('Thái Nguyên').first().click()
  await terms.find.fill('biển đ')
  await terms.option(/Biển Đông.*đang sửa/).click()
  expect(await page.getByRole('textbox', { name: 'Ghi chú', exact: true }).inputValue()).toBe(
    'Luôn viết East Sea.',
  )
  await page.keyboard.press('Control+Enter')
  await terms.notice('Đã sửa “Biển Đông”').waitFor()
  await terms.work.getByText('Luôn viết East Sea.').waitFor()

  await page.getByRole('button', { name: 'Xóa', exact: true }).click()
  await terms.notice('Đã xóa “Biển Đông”').waitFor()
  await terms.option('Biển Đông').waitFor({ state: 'detached' })
  await terms.undo()
  await terms.option('Biển Đông').waitFor()
  const kept = (await newsroom.client.terms.get()).concepts.find(({ id }) => id === 'bien-dong')
  expect(kept?.note).toBe('Luôn viết East Sea.')
})

test('a new concept is written by keys alone, and a person with dated titles and confirmed characters', async () => {
  const page = await newsroom.openAs(reporter)
  await framePage(page).goTo('Thuật ngữ')
  const terms = termsPage(page)
  await page.keyboard.press('Alt+n')
  await page.getByRole('textbox', { name: 'Cách viết: Tiếng Việt' }).fill('chè đinh')
  await page.getByRole('textbox', { name: 'Cách viết: Tiếng Anh' }).fill('tea spikelet')
  await page.keyboard.press('Control+Enter')
  await terms.notice('Đã thêm “chè đinh”').waitFor()
  await terms.heading('chè đinh').waitFor()

  await terms.part('Tên người')
  await page.getByText('Chưa có ai.').waitFor()
  await page.keyboard.press('Alt+n')
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Nguyễn Thị Lan')
  await page.getByRole('combobox', { name: 'Nam, nữ' }).selectOption('female')
  await page.getByRole('textbox', { name: 'Chức danh', exact: true }).fill('Giám đốc Sở Tài chính')
  await page.getByRole('combobox', { name: 'Dịch theo thuật ngữ' }).click()
  await page.getByRole('option', { name: 'Giám đốc Sở', exact: true }).click()
  await page.getByLabel('Từ ngày').fill('1/7/2025')
  await page.getByRole('textbox', { name: 'Tên: Tiếng Trung' }).fill('阮氏兰')
  await page.getByRole('checkbox', { name: 'đã xác nhận' }).first().check()
  await lookAt(page, 'person-form')
  await page.keyboard.press('Control+Enter')
  await terms.heading('Nguyễn Thị Lan').waitFor()
  await terms.work.getByText('từ 01/07/2025').waitFor()
  await lookAt(page, 'person')
  const [lan] = (await newsroom.client.terms.get()).people
  expect(lan).toMatchObject({
    gender: 'female',
    titles: [{ concept: 'giam-doc-so', from: '2025-07-01' }],
    names: [{ language: 'zh', text: '阮氏兰', confirmed: true }],
  })
})

test('a glossary shows what it would do before anything is kept, then adds and completes concepts (SAFE3)', async () => {
  const page = await newsroom.openAs(reporter)
  await framePage(page).goTo('Thuật ngữ')
  const terms = termsPage(page)
  const before = (await newsroom.client.terms.get()).concepts.length
  const rows = [
    'từ;nghĩa;ghi chú',
    'Biển Đông;Bien Dong;',
    'chè búp;tea buds;trà non',
    'một mình;;',
    'Biển Đông;East Sea;',
  ]
  await terms.chooseGlossary(write('bang.csv', `${rows.join('\r\n')}\r\n`))
  await terms.dialog.getByRole('switch', { name: 'Dòng đầu là tên cột' }).check()
  await terms.dialog.getByRole('combobox', { name: 'Cột “từ” chứa' }).selectOption('term vi')
  await terms.dialog.getByRole('combobox', { name: 'Cột “nghĩa” chứa' }).selectOption('term en')
  await terms.dialog.getByRole('combobox', { name: 'Cột “ghi chú” chứa' }).selectOption('note')
  await terms.dialog
    .getByText('Sẽ thêm 1 thuật ngữ mới, bổ sung cho 1 thuật ngữ đã có', { exact: false })
    .waitFor()
  await terms.dialog.getByText('1 dòng bị bỏ').click()
  await terms.dialog.getByText('Chỉ có một thứ tiếng: Dòng 4.').waitFor()
  await lookAt(page, 'glossary')
  expect((await newsroom.client.terms.get()).concepts).toHaveLength(before)
  await terms.dialog.getByRole('button', { name: 'Nhập 2 mục' }).click()
  await terms.dialog.getByText('Đã nhập: thêm 1, bổ sung 1, 1 dòng đã có, bỏ 1 dòng.').waitFor()
  await terms.dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await terms.find.fill('tea buds')
  await terms.option('chè búp').waitFor()
})

test('a memory comes in by a drop, is told of, put away, taken in again and given out', async () => {
  const page = await newsroom.openAs(reporter)
  await framePage(page).goTo('Duyệt')
  await drop(page.locator('body'), { name: 'kho.tmx', type: 'text/xml', bytes: Buffer.from(memory) })
  const terms = termsPage(page)
  await page.getByText('Đã nhập: thêm 2 câu, 0 câu đã có, bỏ 1 chỗ.').waitFor()
  await page.getByText('1 chỗ bị bỏ, và vì sao').click()
  await page.getByText('Dòng 5: chỉ có một ngôn ngữ').waitFor()
  await page.getByRole('cell', { name: 'Tiếng Anh – Tiếng Việt' }).waitFor()
  await lookAt(page, 'memory')
  await page.getByRole('button', { name: 'Cất đi: kho.tmx' }).click()
  await page.getByText('đã cất').waitFor()
  expect((await newsroom.client.memory.counts()).units).toBe(0)
  await page.getByRole('button', { name: 'Dùng lại: kho.tmx' }).click()
  await page.getByText('đã cất').waitFor({ state: 'detached' })

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất TMX' }).click()
  const saved = await (await saving).path()
  expect(readFileSync(saved, 'utf8')).toContain('The Tea Festival opened in Tan Cuong.')

  await terms.find.fill('tân cương')
  await terms.option('Lễ hội trà').click()
  await terms.work.getByText('The Tea Festival opened in Tan Cuong.').waitFor()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Tiếng Anh' }).fill('The Tea Festival began in Tan Cuong.')
  await page.keyboard.press('Control+Enter')
  await terms.notice('Đã sửa câu trong bộ nhớ dịch').waitFor()
  await terms.undo()
  await terms.work.getByText('The Tea Festival opened in Tan Cuong.').waitFor()
  await lookAt(page, 'unit')
})

test('words are looked up and put at the caret, a term is kept from the selection, and rows at rest say what the memory has', async () => {
  await newsroom.write([
    { kind: 'title', runs: [{ text: 'Ngày hội ở vùng chè', marks: {} }] },
    {
      kind: 'paragraph',
      runs: [
        {
          text: 'Lễ hội trà mở ở Tân Cương. Khách không phải mua vé. Cảm ơn quý khách. Cảm ơn quý khách.',
          marks: {},
        },
      ],
    },
  ])
  const page = await newsroom.openAs(reporter)
  await framePage(page).goTo('Viết')
  await page.getByRole('option').filter({ hasText: 'Ngày hội ở vùng chè' }).first().click()
  const desk = translationPage(page)
  await desk.translateInto('Tiếng Anh')
  await desk.row('Lễ hội trà mở').getByText('Bộ nhớ dịch có câu giống 100%').waitFor()

  await desk.target.click()
  await page.keyboard.type('Day of ')
  await page.keyboard.press('Control+Shift+f')
  const dialog = page.getByRole('dialog', { name: 'Tra bộ nhớ dịch' })
  await dialog.getByText('Gõ chữ cần tra').waitFor()
  await page.keyboard.type('le hoi tra')
  await dialog.getByRole('option').filter({ hasText: 'The Tea Festival opened' }).waitFor()
  await expect.poll(() => dialog.locator('mark').first().innerText(), patience).toMatch(/lễ hội trà/i)
  await lookAt(page, 'concordance')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.type('!')
  await expect.poll(() => desk.target.innerText(), patience).toBe('Day of Tea Festival!')
  await page.keyboard.press('F3')
  await dialog.getByRole('combobox').fill('không có câu này')
  await dialog.getByText('Không có câu nào chứa').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  // the focus goes back to the target a moment after the dialog is gone, and takes the selection along
  await expect.poll(() => page.evaluate(() => document.activeElement?.role), patience).toBe('textbox')
  await select(page, '[data-side="source"]', 'vùng chè')
  await expect.poll(() => page.evaluate(() => String(window.getSelection())), patience).toBe('vùng chè')
  await page.keyboard.press('Alt+t')
  const adding = page.getByRole('dialog', { name: 'Thêm thuật ngữ' })
  const vietnamese = adding.getByRole('textbox', { name: 'Tiếng Việt' })
  await expect.poll(() => vietnamese.inputValue(), patience).toBe('vùng chè')
  await adding.getByRole('textbox', { name: 'Tiếng Anh' }).fill('tea area')
  await adding.getByText('Chưa có trong kho').waitFor()
  await lookAt(page, 'add-term')
  await page.keyboard.press('Enter')
  await adding.waitFor({ state: 'detached' })
  await desk.terms.getByText('tea area').waitFor()
})
