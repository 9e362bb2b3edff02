import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { blockText } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { type NewBlock, type Newsroom, openNewsroom, owner, reporter } from './open-newsroom.ts'
import { articlePage, patience, type ShownBlock } from './pages/article-page.ts'
import { takeLine } from './pages/cut-line.ts'
import { inputMethod } from './pages/input-method.ts'
import { writingPage } from './pages/writing-page.ts'
import { hangulSyllable } from './typed-words.ts'

const title = 'Hai người cùng sửa'
const paragraphs = [
  'Cùng gõ một đoạn.',
  'Chia đôi.Chỗ này.',
  'Ghép trước.',
  'Ghép sau.',
  'Xóa một.',
  'Xóa hai.',
  'Chuyển chỗ.',
  'Đứng yên.',
  'Hai người chuyển.',
  'Ở giữa.',
  'Thành tít phụ.',
  'In đậm từ này.',
  'Cuối cùng.',
]
const placeOf = (text: string) => paragraphs.indexOf(text) + 1
const blocks: readonly NewBlock[] = [title, ...paragraphs].map((text, place) => ({
  kind: place === 0 ? 'title' : 'paragraph',
  runs: [{ text, marks: {} }],
}))
/** What is typed by both while neither hears of the other. */
const typed = [
  'Hạnh một',
  'Hạnh hai',
  'Nam một',
  'Nam hai',
  'Nam ba',
  'Nam bốn',
  'Nam năm',
  'Nam sáu',
  'Nam bảy',
]
const typedToo = ['Nam tám', 'Nam chín', 'Nam mười']

let started: Promise<Newsroom> | undefined
const newsroom = () => (started ??= openNewsroom())
const shownOf = ({ kind, runs }: NewBlock): ShownBlock => ({ kind, runs })

/** Two windows on one article; `apart` is what both do while neither hears of the other. */
async function openTwice(article: readonly NewBlock[]) {
  const { openAs, write, read, oddities: oddOnes } = await newsroom()
  const id = await write(article)
  const windows = await Promise.all([openAs(owner), openAs(reporter)])
  const [hers, his] = windows
  await Promise.all(windows.map((page) => writingPage(page).open(blockText(article[0] ?? { runs: [] }))))
  const lines = await Promise.all(windows.map(takeLine))
  await Promise.all(windows.map((page) => articlePage(page).shows(article.map(shownOf))))

  async function apart(edit: () => Promise<unknown>): Promise<void> {
    await Promise.all(lines.map((line) => line.cut()))
    await Promise.all(windows.map((page) => page.getByText('Mất kết nối với kho làm việc').waitFor()))
    await edit()
    await Promise.all(windows.map((page) => page.getByRole('button', { name: 'Chưa lưu được' }).waitFor()))
    await Promise.all(lines.map((line) => line.mend()))
    await Promise.all(windows.map((page) => page.getByRole('button', { name: /Đã lưu/ }).waitFor()))
  }

  /** Waits until both pages and the workspace show the same, and answers that. */
  async function agree(): Promise<readonly ShownBlock[]> {
    const kept = async () => (await read(id)).blocks.map(shownOf)
    await expect
      .poll(async () => {
        const [one, two, three] = [
          await articlePage(hers).shown(),
          await articlePage(his).shown(),
          await kept(),
        ].map((all) => JSON.stringify(all))
        return one === two && two === three
      }, patience)
      .toBe(true)
    return kept()
  }
  const marked = () => oddOnes(id)
  return {
    hers,
    his,
    apart,
    agree,
    marked,
    close: () => Promise.all(windows.map((page) => page.context().close())),
  }
}

test('what two people do to the same blocks without hearing of each other is all there, and settled by clicks', async () => {
  const { hers, his, apart, agree, marked, close } = await openTwice(blocks)
  await apart(() => Promise.all([editHers(hers), editHis(his)]))
  const merged = await agree()
  const text = merged.map((block) => blockText(block)).join('\n')
  for (const words of [...typed, ...typedToo])
    expect(text.split(words).length - 1, `${words} in\n${text}`).toBe(1)
  // What was typed stands where it was typed, whatever the other did to the block.
  expect(merged.map((block) => `${block.kind}: ${blockText(block)}`)).toEqual(
    expect.arrayContaining([
      'paragraph: Hạnh một Cùng gõ một đoạn. Nam một',
      'paragraph: Chia đôi.',
      'paragraph: Chỗ này. Nam hai',
      // Both typed at one place: whose letters stand first is decided by chance, once for all.
      expect.stringMatching(/^paragraph: Ghép trước\.( Nam baHạnh hai|Hạnh hai Nam ba)Ghép sau\. Nam bốn$/),
      'paragraph:  Nam năm',
      'heading: Thành tít phụ. Nam tám',
      'paragraph: In đậm từ này. Nam chín',
      'paragraph: Cuối cùng. Nam mười',
    ]),
  )

  expect((await marked()).length).toBeGreaterThan(0)
  for (let left = (await marked()).length; left > 0; left = (await marked()).length) {
    for (const page of [hers, his]) await expect.poll(() => oddities(page).count(), patience).toBe(left)
    await oddities(hers)
      .first()
      .getByRole('button', { name: /Giữ ở đây|Ghép vào/ })
      .first()
      .click()
    await expect.poll(async () => (await marked()).length, patience).toBeLessThan(left)
  }
  for (const page of [hers, his]) await expect.poll(() => oddities(page).count(), patience).toBe(0)
  const settled = await agree()
  for (const words of [...typed, ...typedToo])
    expect(
      settled.filter((block) => blockText(block).includes(words)),
      words,
    ).toHaveLength(1)
  await his.reload()
  await articlePage(his).shows(settled)
  expect(await oddities(his).count()).toBe(0)
  await close()
})

test('a block that both moved stands in two places, is marked in both, and one click settles it', async () => {
  // What is moved is the shorter of two neighbours: its letters are written anew.
  const texts = ['Cùng chuyển', 'Đoạn một dài.', 'Đoạn hai dài.', 'Ngắn.', 'Đoạn ba dài.', 'Đoạn bốn dài.']
  const article = texts.map(
    (text, place): NewBlock => ({ kind: place === 0 ? 'title' : 'paragraph', runs: [{ text, marks: {} }] }),
  )
  const { hers, his, apart, agree, close } = await openTwice(article)
  const moveBy = async (page: Page, key: string, ...words: readonly string[]) => {
    await articlePage(page).select([3, 4])
    await page.keyboard.press(key)
    for (const word of words) await page.keyboard.type(word)
  }
  await apart(() => Promise.all([moveBy(hers, 'Alt+Shift+ArrowUp'), moveBy(his, 'Alt+Shift+ArrowDown', 'x')]))
  const textsOf = (all: readonly ShownBlock[]) => all.map((block) => blockText(block))
  expect(textsOf(await agree())).toEqual([
    'Cùng chuyển',
    'Đoạn một dài.',
    'Ngắn.',
    'Đoạn hai dài.',
    'Đoạn ba dài.',
    'Ngắnx.',
    'Đoạn bốn dài.',
  ])
  for (const page of [hers, his]) {
    await expect.poll(() => oddities(page).count(), patience).toBe(2)
    const marks = page.getByText('Cả hai người cùng chuyển đoạn này, nay nó đứng ở hai chỗ:')
    expect(await marks.count()).toBe(2)
  }
  await oddities(hers).filter({ hasText: 'Ngắn.' }).getByRole('button', { name: 'Bỏ' }).click()
  for (const page of [hers, his]) await expect.poll(() => oddities(page).count(), patience).toBe(0)
  expect(textsOf(await agree())).toEqual([
    'Cùng chuyển',
    'Đoạn một dài.',
    'Đoạn hai dài.',
    'Đoạn ba dài.',
    'Ngắnx.',
    'Đoạn bốn dài.',
  ])
  await close()
})

const oddities = (page: Page) => page.locator('.wd-oddity')

async function editHers(page: Page): Promise<void> {
  const { select } = articlePage(page)
  const { keyboard } = page
  const goTo = (text: string, offset: number) => select([placeOf(text), offset])
  // From the last block to the first, so that places still count.
  await select([placeOf('In đậm từ này.'), 7], [placeOf('In đậm từ này.'), 13])
  await keyboard.press('Control+b')
  await goTo('Thành tít phụ.', 0)
  await keyboard.type('# ')
  await goTo('Hai người chuyển.', 3)
  await keyboard.press('Alt+Shift+ArrowUp')
  await goTo('Chuyển chỗ.', 3)
  await keyboard.press('Alt+Shift+ArrowDown')
  await select([placeOf('Xóa một.'), 0], [placeOf('Xóa hai.'), 8])
  await keyboard.press('Backspace')
  await goTo('Ghép sau.', 0)
  await keyboard.press('Backspace')
  await keyboard.type('Hạnh hai')
  await goTo('Chia đôi.Chỗ này.', 9)
  await keyboard.press('Enter')
  await goTo('Cùng gõ một đoạn.', 0)
  await keyboard.type('Hạnh một ')
}

async function editHis(page: Page): Promise<void> {
  const { select } = articlePage(page)
  const { keyboard } = page
  const typeBehind = async (text: string, words: string) => {
    await select([placeOf(text), text.length])
    await keyboard.type(` ${words}`)
  }
  await typeBehind('Cùng gõ một đoạn.', 'Nam một')
  await typeBehind('Chia đôi.Chỗ này.', 'Nam hai')
  await typeBehind('Ghép trước.', 'Nam ba')
  await typeBehind('Ghép sau.', 'Nam bốn')
  await typeBehind('Xóa một.', 'Nam năm')
  await typeBehind('Xóa hai.', 'Nam sáu')
  await typeBehind('Chuyển chỗ.', 'Nam bảy')
  await typeBehind('Thành tít phụ.', 'Nam tám')
  await typeBehind('In đậm từ này.', 'Nam chín')
  await typeBehind('Cuối cùng.', 'Nam mười')
  await select([placeOf('Hai người chuyển.'), 3])
  await keyboard.press('Alt+Shift+ArrowDown')
}

test('what one goes on typing in a block that another has deleted stands there, marked, not in the block before', async () => {
  const texts = ['Xóa dưới tay', 'Một.', 'Hai.', 'Ba.']
  const article = texts.map(
    (text, place): NewBlock => ({ kind: place === 0 ? 'title' : 'paragraph', runs: [{ text, marks: {} }] }),
  )
  const { hers, his, agree, close } = await openTwice(article)
  await articlePage(his).select([2, 4])
  await articlePage(hers).select([1, 4])
  for (let at = 0; at < 'Hai.'.length + 1; at++) await hers.keyboard.press('Shift+ArrowRight')
  await hers.keyboard.press('Backspace')
  await articlePage(his).text.locator('[data-deleted]').waitFor()
  await his.keyboard.type('Nam viết')
  await articlePage(hers).text.getByText('Nam viết').waitFor()
  expect((await agree()).map((block) => blockText(block))).toEqual([
    'Xóa dưới tay',
    'Một.',
    'Nam viết',
    'Ba.',
  ])
  for (const page of [hers, his]) await expect.poll(() => oddities(page).count(), patience).toBe(1)
  await close()
})

test('who types while another purges a stamp loses no letter and keeps the place (SEC1)', async () => {
  const { openAs, write, read, client } = await newsroom()
  const words = ['Đang bị xóa sạch', 'Trước. ', 'TỐI MẬT', 'Sau. ']
  const id = await write(
    words.map((text, place) => ({
      kind: place === 0 ? 'title' : 'paragraph',
      runs: [{ text, marks: {} }],
    })),
  )
  const document = articleDocument(id)
  const page = await openAs(reporter)
  await writingPage(page).open('Đang bị xóa sạch')
  const { select, shows, text } = articlePage(page)
  const { replay } = await inputMethod(page)
  await client.documents.settle({ document })
  const [hit] = await client.secrets.hits({ document })
  if (!hit) throw new Error('The stamp was not found')
  await select([3, 5])
  await page.keyboard.type('Một ')
  await replay(hangulSyllable)
  const purging = client.secrets.purge({ id: uuidv7(), hit: hit.hit, document, scope: 'block' })
  let typed = ''
  const isHere = () => text.textContent().then((all) => all?.includes('TỐI MẬT'))
  await replay([{ kind: 'commit', text: '한' }])
  while (await isHere()) {
    const letter = 'abcdefghijklmnop'[typed.length % 16] ?? ''
    await page.keyboard.type(letter)
    typed += letter
  }
  await purging
  await page.keyboard.type(' hết')
  const expected = [
    { kind: 'title', runs: [{ text: 'Đang bị xóa sạch', marks: {} }] },
    { kind: 'paragraph', runs: [{ text: 'Trước. ', marks: {} }] },
    { kind: 'paragraph', runs: [{ text: `Sau. Một 한${typed} hết`, marks: {} }] },
  ] as const
  await shows(expected)
  await expect
    .poll(async () => (await read(id)).blocks.map(({ kind, runs }) => ({ kind, runs })), patience)
    .toEqual(expected)
})
