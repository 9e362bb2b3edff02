import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPackageSource } from '#workspace/packages/verify/package-source.ts'
import { type RunningApp, startApp, tramtin } from './app.ts'
import { openNewsroom, owner, reach, reporter } from './open-newsroom.ts'
import { bundlePage } from './pages/bundle-page.ts'
import { framePage } from './pages/frame-page.ts'
import { translationPage } from './pages/translation-page.ts'
import { writingPage } from './pages/writing-page.ts'

const title = 'Lễ hội trà đón 12.500 lượt khách'
const lateTitle = 'Lễ hội trà đón 12.700 lượt khách'
const translated = [
  {
    language: 'en',
    inVietnamese: 'Tiếng Anh',
    sentences: ['Tea festival welcomes 12,500 visitors', 'It opened on November 24.', 'No ticket is needed.'],
  },
  {
    language: 'zh',
    inVietnamese: 'Tiếng Trung',
    sentences: ['茶叶节迎来12,500人次', '茶叶节11月24日开幕。', '游客无需购票。'],
  },
  {
    language: 'ko',
    inVietnamese: 'Tiếng Hàn',
    sentences: ['차 축제, 관람객 12,500명 맞아', '축제는 11월 24일 개막했다.', '입장권은 필요 없다.'],
  },
] as const

test('a story goes round three machines on a stick, leaves in four languages, and a late figure marks its sentence in each (SYNC1, FLOW1, FLOW2)', async () => {
  const newsroom = await openNewsroom()
  const machines = { reporter: newsroom.app, translator: await startApp(), approver: await startApp() }
  const owning = await newsroom.openAs(owner)
  const translator = await enter(
    'Nguyễn Thị Lan',
    'biên dịch viên',
    machines.translator,
    owning,
    newsroom.app,
  )
  const approver = await enter('Lê Thu Hà', 'người duyệt', machines.approver, owning, newsroom.app)

  await newsroom.write([
    { kind: 'title', runs: [{ text: title, marks: {} }] },
    { kind: 'lead', runs: [{ text: 'Lễ hội khai mạc ngày 24/11.', marks: {} }] },
  ])
  const writer = await newsroom.openAs(reporter)
  await framePage(writer).goTo('Viết')
  const writing = writingPage(writer)
  await writing.open(title)
  await writing.block('Lễ hội khai mạc').click()
  await writer.keyboard.press('End')
  await writer.keyboard.press('Enter')
  await writer.keyboard.type('Khách không phải mua vé.')
  await framePage(writer).saved()
  await writing.sendForReview('Nhờ chị Lan dịch, chị Hà duyệt')
  const first = await send(writer, newsroom.app)

  await receive(translator, machines.translator, first, '1 bài mới')
  for (const { inVietnamese, sentences } of translated) {
    await framePage(translator).goTo('Viết')
    await writingPage(translator).open(title)
    await translate(translator, inVietnamese, sentences)
  }
  const second = await send(translator, machines.translator)

  await receive(approver, machines.approver, second, '1 bài mới')
  await framePage(approver).goTo('Duyệt')
  for (const waiting of [4, 3, 2, 1]) {
    await approver.getByText(`${waiting} bài chờ tôi`, { exact: true }).waitFor()
    await approver.keyboard.press('Control+Enter')
  }
  await approver.getByText('Không có bài nào chờ duyệt').waitFor()
  await expectPackage(approver, machines.approver, { made: 1, headline: title })
  const third = await send(approver, machines.approver)
  await receive(writer, newsroom.app, third, '0 bài mới, 1 bài được ghép thêm')
  await receive(translator, machines.translator, third, 'bản ghi duyệt và thành viên mới')
  await expectOneStory(Object.values(machines))

  await framePage(writer).goTo('Viết')
  await writing.block(title).click()
  await writer.keyboard.press('Home')
  for (let at = 0; at < 'Lễ hội trà đón 12.'.length; at++) await writer.keyboard.press('ArrowRight')
  await writer.keyboard.press('Delete')
  await writer.keyboard.type('7')
  await framePage(writer).saved()
  await writing.sendForReview('Đếm lại số khách')
  const late = await send(writer, newsroom.app, lateTitle)
  await receive(translator, machines.translator, late, '0 bài mới, 1 bài được ghép thêm')
  await receive(approver, machines.approver, late, '0 bài mới, 1 bài được ghép thêm')
  await framePage(translator).goTo('Dịch')
  for (const { inVietnamese, sentences } of translated) {
    await translator.getByRole('button', { name: lateTitle }).filter({ hasText: inVietnamese }).click()
    const desk = translationPage(translator)
    await desk.rowState(lateTitle, 'stale').waitFor()
    await desk.row(sentences[0]).waitFor()
    for (const kept of sentences.slice(1)) await desk.rowState(kept, 'confirmed').waitFor()
  }
  await expectOneStory(Object.values(machines))
  await expectPackage(approver, machines.approver, {
    made: 2,
    headline: title,
    warning: 'có bản mới chưa duyệt',
  })
  await framePage(approver).goTo('Duyệt')
  await approver.getByText('1 bài chờ tôi', { exact: true }).waitFor()
  await approver.keyboard.press('Control+Enter')
  await approver.getByText('Không có bài nào chờ duyệt').waitFor()
  await expectPackage(approver, machines.approver, {
    made: 3,
    headline: lateTitle,
    warning: 'bản gốc đã sửa',
  })
  for (const { stop } of Object.values(machines)) await stop()
})

/** A colleague's first start: asks to join by file, is admitted by the owner, joins. */
async function enter(
  name: string,
  role: string,
  machine: RunningApp,
  owning: Page,
  home: RunningApp,
): Promise<Page> {
  const page = await machine.openWindow()
  const there = bundlePage(page, machine.folder)
  const request = await there.requestToJoin(name, 'nuoctra84')
  const invitation = await bundlePage(owning, home.folder).admit(request, role)
  await owning.getByRole('button', { name: 'Xong' }).click()
  await there.openInvitation(invitation)
  await there.join()
  return page
}

async function send(page: Page, machine: RunningApp, headline = title): Promise<string> {
  await framePage(page).goTo('Viết')
  const file = await bundlePage(page, machine.folder).send(headline, 'Gửi chị')
  await page.getByRole('button', { name: 'Xong' }).click()
  return file
}

async function receive(page: Page, machine: RunningApp, file: string, outcome: string): Promise<void> {
  const dialog = await bundlePage(page, machine.folder).open(file)
  await dialog.getByText('Người gửi là thành viên tòa soạn, chữ ký đúng.').waitFor()
  await dialog.getByRole('button', { name: 'Mở và ghép vào kho' }).click()
  const opened = page.getByRole('dialog', { name: 'Đã mở gói bài' })
  await opened.getByText(outcome).waitFor()
  await opened.getByRole('button', { name: 'Xong' }).click()
  await opened.waitFor({ state: 'detached' })
}

async function translate(page: Page, language: string, sentences: readonly string[]): Promise<void> {
  const desk = translationPage(page)
  await desk.translateInto(language)
  for (const sentence of sentences.slice(0, -1)) await desk.confirm(sentence)
  await page.keyboard.type(sentences.at(-1) ?? '')
  await page.keyboard.press('Control+Enter')
  for (const sentence of sentences) await desk.rowState(sentence, 'confirmed').waitFor()
  await framePage(page).saved()
  await writingPage(page).sendForReview('')
}

type Expected = Readonly<{ made: number; headline: string; warning?: string }>

/** Makes the package of all languages, warned; it says what was approved, and `verify` accepts it (FLOW2). */
async function expectPackage(
  page: Page,
  machine: RunningApp,
  { made, headline, warning }: Expected,
): Promise<void> {
  await framePage(page).goTo('Đăng – phát')
  await page.getByRole('button', { name: /Lễ hội trà đón/ }).click()
  for (const language of ['tiếng Anh', 'tiếng Trung', 'tiếng Hàn']) {
    await page.getByRole('checkbox', { name: language, checked: true }).waitFor()
  }
  if (warning !== undefined) await page.getByText(warning, { exact: true }).first().waitFor()
  await page.getByRole('button', { name: /^Tạo (lại )?bộ tệp đăng/ }).click()
  const downloads = page.getByRole('button', { name: /^Tải về/ })
  await downloads.nth(made - 1).waitFor()
  const downloading = page.waitForEvent('download')
  await downloads.first().click()
  const download = await downloading
  const zip = join(machine.folder, download.suggestedFilename())
  await download.saveAs(zip)
  expect(await tramtin('verify', zip, '--workspace', machine.workspace)).toMatchObject({ code: 0 })
  const read = await readPackageSource(zip)
  const texts = read.ok ? [...read.value.files].filter(([path]) => path.endsWith('.html')) : []
  expect(texts).toHaveLength(4)
  const words = texts.map(([, bytes]) => bytes.toString('utf8')).join('\n')
  for (const { sentences } of translated) expect(words).toContain(sentences[0])
  expect(words).toContain(headline)
  expect(words).not.toContain(headline === title ? lateTitle : title)
}

/** On every machine there is one article, with one translation a language, and all say the same. */
async function expectOneStory(machines: readonly RunningApp[]): Promise<void> {
  const stories = await Promise.all(machines.map(storyOn))
  const [one, ...others] = stories
  expect(one?.languages).toEqual(['en', 'ko', 'zh'])
  for (const other of others) expect(other).toEqual(one)
}

async function storyOn({ workspace }: RunningApp) {
  const { client } = await reach(workspace)
  const { rows, total } = await client.articles.list({})
  expect(total).toBe(1)
  const translations = await client.translations.list({})
  const languages = translations.map(({ language }) => language).sort()
  const texts = await Promise.all(
    translations
      .map(({ document }) => document)
      .sort()
      .map(async (document) => {
        const { summary, rows: sentences } = await client.translations.rows({ document })
        return {
          state: summary.state,
          sentences: sentences.map(({ row, target, state }) => ({ row, target, state })),
        }
      }),
  )
  return { article: rows[0]?.id, title: rows[0]?.title, state: rows[0]?.state, languages, texts }
}
