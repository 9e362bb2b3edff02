import { expect, test } from 'vitest'
import { openNewsroom, owner, reporter } from './open-newsroom.ts'
import { framePage } from './pages/frame-page.ts'
import { inputMethod } from './pages/input-method.ts'
import { translationPage } from './pages/translation-page.ts'
import { writingPage } from './pages/writing-page.ts'

const story = [
  { kind: 'title', runs: [{ text: 'Lễ hội trà đón 12.500 lượt khách', marks: {} }] },
  {
    kind: 'paragraph',
    runs: [
      { text: 'Lễ hội mở ở ', marks: {} },
      { text: 'Tân Cương', marks: { bold: true } },
      { text: '. Khách không phải mua vé.', marks: {} },
    ],
  },
] as const

test('a story is put into English sentence by sentence, and a late change marks exactly its sentence (FLOW1)', async () => {
  const newsroom = await openNewsroom()
  await newsroom.write(story)
  const page = await newsroom.openAs(reporter)
  const frame = framePage(page)
  await frame.goTo('Viết')
  await page.getByRole('option').filter({ hasText: 'Lễ hội trà' }).first().click()
  const desk = translationPage(page)
  await desk.translateInto('Tiếng Anh')

  await desk.confirm('Tea festival welcomes 12,500 visitors')
  await page.keyboard.type('The festival opened in ')
  await page.keyboard.press('F8')
  await page.keyboard.type('Tan Cuong')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('.')
  await page.keyboard.press('Control+Enter')
  await desk.rowState('Lễ hội mở ở', 'confirmed').waitFor()
  await page.keyboard.type('Visitors need no ticket.')
  await page.keyboard.press('Control+Enter')
  await frame.saved()
  await desk.rowState('Khách không phải mua vé', 'confirmed').waitFor()
  await desk.preview.getByText('Visitors need no ticket.').waitFor()
  expect(await desk.preview.locator('strong').innerText()).toBe('Tan Cuong')

  await frame.goTo('Viết')
  const writing = writingPage(page)
  await writing.block('Lễ hội trà đón').click()
  await page.keyboard.press('Home')
  for (let at = 0; at < 'Lễ hội trà đón 12.'.length; at++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await page.keyboard.type('7')
  await frame.saved()
  await frame.goTo('Dịch')
  await desk.rowState('đón 12.700 lượt khách', 'stale').waitFor()
  await desk.rowState('Khách không phải mua vé', 'confirmed').waitFor()
  await newsroom.app.stop()
})

test('keys that come faster than the window draws: no chip is lost, and what follows a confirmation is in the next open row', async () => {
  const newsroom = await openNewsroom()
  const sentences = Array.from({ length: 60 }, (_, at) => `Đoàn thứ ${at} đã tới nơi.`)
  const article = await newsroom.write([
    ...story,
    { kind: 'paragraph', runs: [{ text: sentences.join(' '), marks: {} }] },
  ])
  const { document } = await newsroom.client.translations.create({ article, language: 'en' })
  const { rows } = await newsroom.client.translations.rows({ document })
  for (const { row } of rows.slice(3, -1))
    await newsroom.client.translations.omit({ document, row, omitted: true })
  const page = await newsroom.openAs(reporter)
  await framePage(page).goTo('Dịch')
  await page.getByRole('button', { name: /Lễ hội trà/ }).click()
  const desk = translationPage(page)
  await desk.confirm('Tea festival welcomes 12,500 visitors')

  const keys = await inputMethod(page)
  const letters = (words: string) => [...words].map((text) => ({ kind: 'character', text }) as const)
  const confirm = { kind: 'key', key: 'Enter', control: true } as const
  await keys.burst([
    ...letters('It opened in '),
    { kind: 'key', key: 'F8' },
    ...letters('Tan Cuong'),
    { kind: 'key', key: 'ArrowRight' },
    ...letters('.'),
    confirm,
    ...letters('No ticket is needed.'),
    confirm,
    ...letters('Group 59 came.'),
    confirm,
  ])
  await framePage(page).saved()
  await desk.rowState('Đoàn thứ 59', 'confirmed').waitFor()
  const { text: written } = await newsroom.client.translations.preview({ document })
  const texts = written.blocks.map(({ runs }) =>
    runs.map(({ text, marks }) => (marks.bold ? `<b>${text}</b>` : text)).join(''),
  )
  expect(texts).toEqual([
    'Tea festival welcomes 12,500 visitors',
    'It opened in <b>Tan Cuong</b>. No ticket is needed.',
    'Group 59 came.',
  ])
  await newsroom.app.stop()
})

test('a Korean syllable being composed is not confirmed away, and a colleague sees the sentence at once', async () => {
  const newsroom = await openNewsroom()
  await newsroom.write(story)
  const [one, other] = [await newsroom.openAs(reporter), await newsroom.openAs(owner)]
  for (const page of [one, other]) {
    await framePage(page).goTo('Viết')
    await page.getByRole('option').filter({ hasText: 'Lễ hội trà' }).first().click()
  }
  await translationPage(one).translateInto('Tiếng Hàn')
  await framePage(other).goTo('Dịch')
  await other.getByRole('button', { name: /Lễ hội trà/ }).click()
  const typed = translationPage(one)
  await typed.target.click()
  const keys = await inputMethod(one)
  await keys.replay([
    { kind: 'preedit', text: 'ㅊ' },
    { kind: 'preedit', text: '차' },
    { kind: 'commit', text: '차' },
    { kind: 'preedit', text: '축' },
    { kind: 'commit', text: '축' },
    { kind: 'preedit', text: '제' },
  ])
  await one.keyboard.press('Control+Enter')
  // While a syllable is being composed Enter belongs to it: the row stays in hand.
  expect((await typed.target.innerText()).replaceAll('\u200b', '')).toBe('차축제')
  await keys.replay([{ kind: 'commit', text: '제' }])
  await one.keyboard.press('Control+Enter')
  // Told that the number is missing, and confirmed all the same.
  await typed.heldUp.waitFor()
  await one.keyboard.press('Control+Enter')
  await typed.rowState('Lễ hội trà đón', 'confirmed').waitFor()
  expect(await typed.row('Lễ hội trà đón').innerText()).toContain('차축제')
  await translationPage(other).row('차축제').waitFor()
  await newsroom.app.stop()
})

const tea = [
  { kind: 'title', runs: [{ text: 'Lễ hội Trà ở Tân Cương', marks: {} }] },
  {
    kind: 'paragraph',
    runs: [
      {
        text: 'Trong vùng có 12 làng chè nổi tiếng. Trong vùng có 15 làng chè nổi tiếng. Đêm hội thu hút 300 khách.',
        marks: {},
      },
    ],
  },
] as const

test('a term comes by its key, a like sentence from the memory; a wrong number holds up once, or is ignored with a reason', async () => {
  const newsroom = await openNewsroom()
  await newsroom.write(tea)
  const page = await newsroom.openAs(reporter)
  await framePage(page).goTo('Viết')
  await page.getByRole('option').filter({ hasText: 'Lễ hội Trà' }).first().click()
  const desk = translationPage(page)
  await desk.translateInto('Tiếng Anh')

  await desk.terms.getByText('Tea Festival').waitFor()
  expect(await desk.terms.locator('s').allInnerTexts()).toContain('Xinjiang')
  await desk.target.click()
  await page.keyboard.press('Control+1')
  await page.keyboard.type(' in ')
  await page.keyboard.press('Control+2')
  expect(await desk.target.innerText()).toBe('Tea Festival in Tan Cuong')
  await page.keyboard.press('Control+Enter')
  await desk.rowState('Lễ hội Trà ở Tân Cương', 'confirmed').waitFor()

  await desk.confirm('The area has 12 famous tea villages.')
  await desk.matches.getByText('The area has 12 famous tea villages.').waitFor()
  expect(await desk.matches.locator('ins').innerText()).toBe('15')
  await page.keyboard.press('Alt+1')
  expect(await desk.target.innerText()).toBe('The area has 12 famous tea villages.')
  await page.keyboard.press('Control+Enter')
  await desk.heldUp.waitFor()
  await desk.ignore('Số mới sau khi sáp nhập xã')
  await desk.target.click()
  await page.keyboard.press('Control+Enter')
  await desk.rowState('Trong vùng có 15', 'confirmed').waitFor()

  await desk.target.click()
  await page.keyboard.type('The night drew 400 visitors.')
  await page.keyboard.press('Control+Enter')
  await desk.heldUp.waitFor()
  await desk.rowState('Đêm hội thu hút', 'draft').waitFor()
  await page.keyboard.press('Control+Enter')
  await desk.rowState('Đêm hội thu hút', 'confirmed').waitFor()

  await desk.checkWhole()
  await page.getByRole('button', { name: '1 sai khác' }).waitFor()
  await page.getByRole('button', { name: '1 đã bỏ qua' }).click()
  await page.getByText('Số mới sau khi sáp nhập xã').last().waitFor()
  await newsroom.app.stop()
})
