import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blockText } from '#domain/blocks.ts'
import { type NewBlock, openNewsroom, owner, reporter } from './open-newsroom.ts'
import { articlePage, patience, type ShownBlock } from './pages/article-page.ts'
import { takeLine } from './pages/cut-line.ts'
import { writingPage } from './pages/writing-page.ts'

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

test('what two people do to the same blocks without hearing of each other is all there, and settled by clicks', async () => {
  const { openAs, write, read } = await openNewsroom()
  const id = await write(blocks)
  const windows = await Promise.all([openAs(owner), openAs(reporter)])
  const [hers, his] = windows
  await Promise.all(windows.map((page) => writingPage(page).open(title)))
  const lines = await Promise.all(windows.map(takeLine))
  const shownOf = ({ kind, runs }: NewBlock): ShownBlock => ({ kind, runs })
  await Promise.all(windows.map((page) => articlePage(page).shows(blocks.map(shownOf))))

  await Promise.all(lines.map((line) => line.cut()))
  await Promise.all(windows.map((page) => page.getByText('Mất kết nối với kho làm việc').waitFor()))
  await Promise.all([editHers(hers), editHis(his)])
  await Promise.all(windows.map((page) => page.getByRole('button', { name: 'Chưa lưu được' }).waitFor()))
  await Promise.all(lines.map((line) => line.mend()))
  await Promise.all(windows.map((page) => page.getByRole('button', { name: /Đã lưu/ }).waitFor()))

  const kept = async () => (await read(id)).blocks.map(shownOf)
  async function agree(): Promise<readonly ShownBlock[]> {
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
      'paragraph: Ghép trước. Nam baHạnh haiGhép sau. Nam bốn',
      'paragraph:  Nam năm',
      'heading: Thành tít phụ. Nam tám',
      'paragraph: In đậm từ này. Nam chín',
      'paragraph: Cuối cùng. Nam mười',
    ]),
  )

  await expect.poll(() => oddities(hers).count(), patience).toBeGreaterThan(0)
  for (let left = await oddities(hers).count(); left > 0; left--) {
    await expect.poll(() => oddities(his).count(), patience).toBe(left)
    await oddities(hers)
      .first()
      .getByRole('button', { name: /Giữ ở đây|Ghép vào/ })
      .first()
      .click()
    await expect.poll(() => oddities(hers).count(), patience).toBe(left - 1)
  }
  await expect.poll(() => oddities(his).count(), patience).toBe(0)
  const settled = await agree()
  for (const words of [...typed, ...typedToo])
    expect(
      settled.filter((block) => blockText(block).includes(words)),
      words,
    ).toHaveLength(1)
  await his.reload()
  await articlePage(his).shows(settled)
  expect(await oddities(his).count()).toBe(0)
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
