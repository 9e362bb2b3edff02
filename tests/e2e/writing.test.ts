import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { BlockKind, Marks, Run } from '#domain/blocks.ts'
import { type NewBlock, type Newsroom, openNewsroom, owner } from './open-newsroom.ts'
import { articlePage, patience, type ShownBlock } from './pages/article-page.ts'
import { drop, paste, pressAtOnce } from './pages/given.ts'
import { writingPage } from './pages/writing-page.ts'
import { googleDocsHtml, webHtml, wordHtml, zaloHtml } from './pasted-texts.ts'

let started: Promise<Newsroom> | undefined
const newsroom = () => (started ??= openNewsroom())
const run = (text: string, marks: Marks = {}): Run => ({ text, marks })
const block = (kind: BlockKind, ...runs: readonly (string | Run)[]): ShownBlock => ({
  kind,
  runs: runs.map((each) => (typeof each === 'string' ? run(each) : each)),
})
const bold = (text: string) => run(text, { bold: true })
const menu = (page: Page) => page.getByRole('listbox', { name: 'Loại đoạn' })

async function openArticle(blocks: readonly NewBlock[]) {
  const { openAs, write } = await newsroom()
  const id = await write(blocks)
  const page = await openAs(owner)
  await writingPage(page).open(blocks[0]?.runs[0]?.text ?? '')
  const article = articlePage(page)
  await article.shows(blocks.map(({ kind, runs }) => ({ kind, runs })))
  return { id, page, ...article }
}

test('an article is written by keys alone: kinds, lists, marks, links, undo', async () => {
  const { openAs } = await newsroom()
  const page = await openAs(owner)
  const { keyboard } = page
  const { shows, text } = articlePage(page)
  const write = (words: string) => keyboard.type(words)
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key)
  }
  await page.getByRole('button', { name: 'Bài mới' }).first().waitFor()
  await press('Alt+n')
  await text.waitFor()
  await expect.poll(() => text.evaluate((root) => root.contains(document.activeElement)), patience).toBe(true)
  await write('Chè vụ đông được giá')
  await press('Enter')
  await write('Sáng 24/11, UBND/HĐND họp.')
  await press('Enter')
  await write('24/11 xe chạy 40 km/h')
  const head = [block('title', 'Chè vụ đông được giá'), block('lead', 'Sáng 24/11, UBND/HĐND họp.')]
  await shows([...head, block('paragraph', '24/11 xe chạy 40 km/h')])
  expect(await menu(page).count()).toBe(0)

  await press('Enter')
  await write('/')
  await menu(page).waitFor()
  await press('Escape')
  await menu(page).waitFor({ state: 'detached' })
  await press('Backspace')
  await write('/tit phu')
  await menu(page).getByRole('option', { selected: true }).getByText('Tít phụ').waitFor()
  await press('Enter')
  await write('Đầu ra')
  await press('Enter')
  const body = [...head, block('paragraph', '24/11 xe chạy 40 km/h'), block('heading', 'Đầu ra')]
  await shows([...body, block('paragraph')])

  await write('- ')
  await shows([...body, block('bullet')])
  await press('Backspace')
  await shows([...body, block('paragraph', '- ')])
  await press('Backspace', 'Backspace')
  await write('- Ý một')
  await press('Enter')
  await press('Tab')
  await write('Ý con')
  await press('Enter')
  await shows([...body, block('bullet', 'Ý một'), block('bullet', 'Ý con'), block('bullet')])
  expect(await text.locator('[data-indent="1"]').count()).toBe(2)
  await press('Enter', 'Enter')
  const list = [...body, block('bullet', 'Ý một'), block('bullet', 'Ý con')]
  await shows([...list, block('paragraph')])

  for (const [sign, kind] of [
    ['# ', 'heading'],
    ['> ', 'quote'],
    ['1. ', 'number'],
  ] as const) {
    await write(sign)
    await shows([...list, block(kind)])
    await press('Backspace', 'Backspace', 'Backspace', ...(sign.length > 2 ? ['Backspace'] : []))
    await shows([...list, block('paragraph')])
  }

  await write('Giá **rất cao** năm ')
  await press('Control+i')
  await write('nay')
  await press('Control+i', 'Control+u')
  await write(' đó')
  await press('Control+u')
  await write(' rồi')
  const marked = [
    run('Giá '),
    bold('rất cao'),
    run(' năm '),
    run('nay', { italic: true }),
    run(' đó', { underline: true }),
  ]
  await shows([...list, block('paragraph', ...marked, ' rồi')])
  await pressAtOnce(page, 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Control+k')
  await page.getByRole('textbox', { name: 'Địa chỉ liên kết' }).waitFor()
  await write('baothainguyen.vn')
  await press('Enter')
  const linked = block('paragraph', ...marked, ' ', run('rồi', { link: 'https://baothainguyen.vn/' }))
  await shows([...list, linked])
  await press('Control+z')
  await shows([...list, block('paragraph', ...marked, ' rồi')])
  await press('Control+Shift+z')
  await shows([...list, linked])
  await pressAtOnce(page, 'End', 'Control+Shift+ArrowLeft', 'Control+b')
  const linkedBold = run('rồi', { link: 'https://baothainguyen.vn/', bold: true })
  await shows([...list, block('paragraph', ...marked, ' ', linkedBold)])
  await pressAtOnce(page, 'End', 'Control+Shift+ArrowLeft', 'Control+b')
  await shows([...list, linked])
  const last = (await text.locator('[data-kind]').count()) - 1
  await page.reload()
  await shows([...list, linked])
  expect(await page.locator('.wd-oddity').count()).toBe(0)
  expect(last).toBe(list.length)
})

test('a block is moved by its grip with the mouse; Escape calls it off', async () => {
  const blocks = ['Kéo đoạn', 'Một.', 'Hai.', 'Ba.'].map((text, place) =>
    block(place === 0 ? 'title' : 'paragraph', text),
  )
  const { page, shows, text } = await openArticle(blocks)
  const [title, one, two, three] = blocks
  if (!title || !one || !two || !three) throw new Error('No blocks')
  const grip = page.getByRole('button', { name: 'Kéo để chuyển đoạn' })
  const boxOf = async (words: string) => {
    const box = await text.getByText(words).boundingBox()
    if (!box) throw new Error(`${words} is nowhere`)
    return box
  }
  async function drag(words: string, below: string): Promise<void> {
    const from = await boxOf(words)
    await page.mouse.move(from.x + 40, from.y + from.height / 2)
    await grip.hover()
    await page.mouse.down()
    const to = await boxOf(below)
    await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 5 })
    await page.mouse.move(to.x + 40, to.y + to.height - 2, { steps: 5 })
    await page.locator('.ed-drop-line').waitFor()
  }
  await drag('Một.', 'Ba.')
  await page.mouse.up()
  await shows([title, two, three, one])
  await drag('Hai.', 'Một.')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.locator('.ed-drop-line').waitFor({ state: 'detached' })
  await shows([title, two, three, one])
  await text.getByText('Một.').click()
  await page.keyboard.press('Control+z')
  await shows(blocks)
})

test('what is found lies beside the bar, never under it', async () => {
  const many = Array.from({ length: 40 }, (_, place) => block('paragraph', `Đoạn thứ ${place}.`))
  const { page, text } = await openArticle([block('title', 'Tìm trong bài dài'), ...many])
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'Tìm và thay trong bài' })
  const field = page.getByRole('textbox', { name: 'Tìm trong bài này' })
  for (const place of [39, 3, 22, 12]) {
    await field.fill(`thứ ${place}.`)
    await page.getByText('1 / 1').waitFor()
    const isFree = async () => {
      const found = await text.getByText(`Đoạn thứ ${place}.`, { exact: true }).boundingBox()
      const over = await bar.boundingBox()
      if (!found || !over) return 'nowhere'
      return found.y >= over.y + over.height && found.y + found.height <= 768
    }
    await expect.poll(isFree, patience).toBe(true)
  }
})

test('find and replace knows words without their marks', async () => {
  const { page, shows } = await openArticle([
    { kind: 'title', runs: [run('Hòa Bình và hoà bình')] },
    { kind: 'paragraph', runs: [run('Đường '), bold('đến hòa bình'), run(' xa.')] },
  ])
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Tìm trong bài này' }).fill('hoa binh')
  await page.getByText('1 / 3').waitFor()
  await page.getByRole('textbox', { name: 'Thay bằng' }).fill('ấm no')
  await page.getByRole('button', { name: 'Thay tất cả (3)' }).click()
  await shows([block('title', 'Ấm no và ấm no'), block('paragraph', 'Đường ', bold('đến ấm no'), ' xa.')])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await shows([
    block('title', 'Hòa Bình và hoà bình'),
    block('paragraph', 'Đường ', bold('đến hòa bình'), ' xa.'),
  ])
})

test('what is pasted from Word, Google Docs, a web page and Zalo comes in clean', async () => {
  const { page, shows, select, text } = await openArticle([
    { kind: 'title', runs: [run('Dán từ nơi khác')] },
    { kind: 'paragraph', runs: [] },
  ])
  const title = block('title', 'Dán từ nơi khác')
  const cases = [
    [wordHtml, '', [block('paragraph', bold('Mưa lớn'), ' ở Võ Nhai'), block('bullet', 'Sơ tán 12 hộ')]],
    [googleDocsHtml, '', [block('paragraph', 'Họp báo ', bold('sáng nay')), block('bullet', 'Một ý')]],
    [
      webHtml,
      '',
      [
        block('heading', 'Giá chè tăng'),
        block(
          'paragraph',
          'Theo ',
          run('Báo Thái Nguyên', { link: 'https://baothainguyen.vn/' }),
          ', giá tăng ',
          run('8%', { italic: true }),
          '.',
        ),
        block('paragraph', 'bấm đây'),
      ],
    ],
    [zaloHtml, '', [block('paragraph', 'Anh Nam ơi,'), block('paragraph', 'hòa giải lúc 14h nhé')]],
    ['', 'Dòng một\n\nDòng hai', [block('paragraph', 'Dòng một'), block('paragraph', 'Dòng hai')]],
  ] as const
  for (const [html, plain, expected] of cases) {
    await select([1, 0])
    await paste(text, html, plain)
    await shows([title, ...expected])
    await page.keyboard.press('Control+z')
    await shows([title, block('paragraph')])
  }
})

test('pictures dropped on the page become figures, the right way up, with caption, alternative text and credit', async () => {
  const { id, page, text, select } = await openArticle([
    { kind: 'title', runs: [run('Ảnh lễ hội')] },
    { kind: 'paragraph', runs: [run('Đoạn đầu.')] },
  ])
  const flat = sharp({ create: { width: 60, height: 30, channels: 3, background: '#2f6b2c' } })
  const heic = new URL('../fixtures/pictures/red-left-blue-right.heic', import.meta.url)
  const files = [
    {
      name: 'dung.jpg',
      type: 'image/jpeg',
      bytes: await flat.clone().jpeg().withMetadata({ orientation: 6 }).toBuffer(),
    },
    { name: 'ngang.png', type: 'image/png', bytes: await flat.clone().png().toBuffer() },
    { name: 'ngang.webp', type: 'image/webp', bytes: await flat.clone().webp().toBuffer() },
    { name: 'iphone.heic', type: 'image/heic', bytes: readFileSync(heic) },
  ]
  const shapes = ['tall', 'wide', 'wide', 'wide']
  for (const [index, file] of files.entries()) {
    await drop(text.locator('[data-kind]').last(), file)
    const picture = text.locator('figure img').nth(index)
    const shape = () =>
      picture.evaluate((image) => {
        const { naturalWidth, naturalHeight, complete } = image as HTMLImageElement
        return !complete || naturalWidth === 0 ? 'none' : naturalWidth < naturalHeight ? 'tall' : 'wide'
      })
    await picture.waitFor()
    await expect.poll(shape, patience).toBe(shapes[index])
  }
  const figure = text.locator('figure').first()
  await figure.getByRole('textbox', { name: 'Mô tả cho người khiếm thị' }).fill('Đồi chè xanh')
  await figure.getByRole('textbox', { name: 'Ảnh (tác giả/nguồn)' }).fill('Nguyễn Văn Nam')
  await select([2, 0])
  await page.keyboard.type('Chè ở La Bằng.')
  const { read } = await newsroom()
  const kept = async () => (await read(id)).blocks.filter(({ kind }) => kind === 'figure')
  await expect
    .poll(async () => (await kept())[0], patience)
    .toMatchObject({
      runs: [run('Chè ở La Bằng.')],
      alt: 'Đồi chè xanh',
      credit: 'Nguyễn Văn Nam',
    })
  expect(new Set((await kept()).map(({ asset }) => asset)).size).toBe(4)
})

test('a version is kept by Ctrl+S, compared and restored', async () => {
  const before = [
    { kind: 'title', runs: [run('Bài có nhiều bản')] },
    { kind: 'paragraph', runs: [run('Câu thứ nhất.')] },
  ] as const
  const { page, shows, select } = await openArticle(before)
  await page.keyboard.press('Control+s')
  await page.getByRole('textbox', { name: 'Tên phiên bản' }).fill('Trước khi sửa')
  await page.getByRole('button', { name: 'Lưu phiên bản' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await select([1, 13])
  await page.keyboard.type(' Câu thứ hai.')
  await shows([before[0], block('paragraph', 'Câu thứ nhất. Câu thứ hai.')])
  await page.getByRole('button', { name: /Trước khi sửa/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Câu thứ hai.').first().waitFor()
  await dialog.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await dialog.waitFor({ state: 'detached' })
  await shows(before)
  await page
    .getByRole('button', { name: /Bản sau khi khôi phục/ })
    .first()
    .waitFor()
})

test('a secret stamp is held, cleared with a reason, refused when pasted, and purged', async () => {
  const { id, page, shows, select, text } = await openArticle([
    { kind: 'title', runs: [run('Văn bản có dấu')] },
    { kind: 'paragraph', runs: [] },
    { kind: 'paragraph', runs: [run('Chữ thường: mật ong, bảo mật.')] },
  ])
  const rest = block('paragraph', 'Chữ thường: mật ong, bảo mật.')
  const title = block('title', 'Văn bản có dấu')
  const alert = page.locator('.wd-stamp')
  await select([1, 0])
  await page.keyboard.type('MẬT')
  await select([2, 0])
  await alert.getByText('Đoạn này giống dấu MẬT').waitFor()
  await alert.getByRole('button', { name: 'Không phải dấu mật' }).click()
  await page.getByLabel('Vì sao đây không phải dấu mật?').fill('Tên một loại kẹo')
  await page.getByRole('button', { name: 'Xác nhận không phải dấu mật' }).click()
  await alert.waitFor({ state: 'detached' })

  await select([2, 0])
  await paste(text, '<p>TUYỆT MẬT</p><p>Nội dung</p>')
  await page.getByText('Không dán: có đoạn giống dấu TUYỆT MẬT').waitFor()
  await shows([title, block('paragraph', 'MẬT'), rest])

  await select([2, 29])
  await page.keyboard.press('Enter')
  await page.keyboard.type('TỐI MẬT')
  await select([1, 0])
  await alert.getByText('Đoạn này giống dấu TỐI MẬT').waitFor()
  await alert.getByRole('button', { name: 'Xóa sạch…' }).click()
  await page.getByRole('button', { name: 'Xóa sạch đoạn này, không lấy lại được' }).click()
  await page.getByText(/^Đã xóa sạch đoạn này/).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click()
  const { read } = await newsroom()
  await expect.poll(async () => JSON.stringify(await read(id)), patience).not.toContain('TỐI MẬT')
  await expect.poll(() => text.textContent(), patience).not.toContain('TỐI MẬT')
})

test('a withdrawn article can be read and not written', async () => {
  const before = [
    { kind: 'title', runs: [run('Bài bị gỡ')] },
    { kind: 'paragraph', runs: [run('Vẫn đọc được.')] },
  ] as const
  const { page, shows, select, text } = await openArticle(before)
  const row = page.getByRole('option').filter({ hasText: 'Bài bị gỡ' })
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Gỡ bài/ }).click()
  await page.getByLabel('Lý do gỡ').fill('Sai địa danh')
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ bài' }).click()
  await page.getByText('Chỉ đọc: bài đã gỡ.').waitFor()
  expect(await text.getAttribute('contenteditable')).toBe('false')
  await select([1, 0])
  await page.keyboard.type('x')
  await shows(before)
})
