import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makeFolder, startApp } from './app.ts'
import { stories } from './newsroom-texts.ts'
import { layoutFaults, settled } from './pages/look.ts'
import { startPage } from './pages/start-page.ts'
import { type Tongue, wordsOf } from './pages/words.ts'
import { cast, makeNewsroomDay, newsroomNow, newsroomPin } from './stories.ts'

const folder = new URL('../../docs/screenshots/', import.meta.url).pathname
const sample = new URL('../../resources/sample/le-hoi-tra-tan-cuong.docx', import.meta.url).pathname
const tongues: readonly Tongue[] = ['vi', 'en']
const schemes = ['light', 'dark'] as const
const largest = 200_000
const titleOf = (standing: string) =>
  stories.findLast((story) => story.standing === standing)?.blocks[0]?.text ?? ''

test('the first start looks well in both languages, light and dark', async () => {
  const app = await startApp()
  const page = await app.openWindow()
  await page.getByRole('button', { name: wordsOf('vi')('start:welcome.create') }).click()
  for (const tongue of tongues) {
    const say = wordsOf(tongue)
    await page.getByRole('combobox', { name: /Ngôn ngữ giao diện|Language of the interface/ }).click()
    await page.getByRole('option', { name: languageNames[tongue], exact: true }).click()
    await page.getByLabel(say('start:create.newsroom')).fill('Báo Thái Nguyên')
    await page.getByLabel(say('start:create.owner')).fill(cast.chief)
    await page.getByRole('textbox', { name: say('common:pin.pin'), exact: true }).fill('123456')
    await take(page, tongue, 'start', page.getByRole('heading', { name: say('start:create.title') }))
  }
  await app.stop()
})

test('every desk looks well in both languages, light and dark', async () => {
  const home = makeFolder()
  await makeNewsroomDay(join(home, 'kho'))
  const app = await startApp(home)
  const page = await app.openWindow()
  await page.clock.setFixedTime(newsroomNow)
  await startPage(page).signIn(cast.chief, newsroomPin)
  await page.getByRole('listbox').waitFor()
  for (const tongue of tongues) await takeDesks(page, tongue, home)
  await app.stop()
})

async function takeDesks(page: Page, tongue: Tongue, home: string): Promise<void> {
  await speak(page, tongue)
  const say = wordsOf(tongue)
  const goTo = (desk: string) =>
    page
      .getByRole('navigation', { name: say('common:rail') })
      .getByText(say(`common:desk.${desk}`), { exact: true })
      .click()

  await page.getByRole('button', { name: say('settings:part.members') }).click()
  await take(page, tongue, 'settings', page.getByRole('cell', { name: cast.editor, exact: true }))

  await goTo('writing')
  await page.getByRole('listbox').getByText(titleOf('draft')).click()
  await take(page, tongue, 'writing', page.getByRole('heading', { name: titleOf('draft') }))
  await takeImport(page, tongue, home)

  await goTo('translation')
  await page.getByRole('button', { name: titleOf('packaged') }).click()
  await take(page, tongue, 'translation', page.locator('[data-row] [data-lexical-editor]'))

  await goTo('video')
  await page
    .getByRole('button', { name: /^Lễ hội trà/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: new RegExp(`^${say('common:tongue.vi')}`, 'i') })
    .first()
    .click()
  await take(page, tongue, 'video', page.getByText('Khách được tự tay sao chè trên chảo gang.'))

  await goTo('review')
  await page.getByText(titleOf('sentAgain')).first().click()
  await take(page, tongue, 'review', page.getByRole('heading', { name: titleOf('sentAgain') }))

  await goTo('terms')
  await page
    .getByRole('option', { name: /Biển Đông/ })
    .first()
    .click()
  await take(page, tongue, 'terms', page.getByRole('heading', { name: /Biển Đông/ }))

  await goTo('publishing')
  await page.getByRole('button', { name: titleOf('packaged') }).click()
  await page.getByRole('button', { name: say('publishing:download') }).waitFor()
  await take(page, tongue, 'publishing', page.getByRole('heading', { name: titleOf('packaged') }))
  await takeEdition(page, tongue)
}

/** The text for Facebook, as it is begun from the article. */
async function takeEdition(page: Page, tongue: Tongue): Promise<void> {
  const say = wordsOf(tongue)
  const card = page.getByRole('region', { name: 'Facebook' })
  await card.getByRole('button', { name: new RegExp(say('common:tongue.vi')) }).click()
  await take(page, tongue, 'edition', page.getByRole('article', { name: say('publishing:look.facebook') }))
  await page.getByRole('button', { name: say('publishing:editions.back') }).click()
}

async function takeImport(page: Page, tongue: Tongue, home: string): Promise<void> {
  const say = wordsOf(tongue)
  const file = join(home, 'Bài lễ hội trà.docx')
  copyFileSync(sample, file)
  const choosing = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: say('writing:action.import') })
    .first()
    .click()
  await (await choosing).setFiles(file)
  const dialog = page.getByRole('dialog')
  await take(page, tongue, 'import', dialog.getByRole('button', { name: say('writing:import.do') }))
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

async function speak(page: Page, tongue: Tongue): Promise<void> {
  const either = new RegExp(tongues.map((each) => wordsOf(each)('settings:look.language')).join('|'))
  await page.getByRole('navigation').first().getByRole('button').last().click()
  await page.getByRole('button', { name: /^(Giao diện|Look|Appearance)$/ }).click()
  await page.getByRole('combobox', { name: either }).click()
  await page.getByRole('option', { name: languageNames[tongue], exact: true }).click()
}

const languageNames: Readonly<Record<Tongue, string>> = { vi: 'Tiếng Việt', en: 'English' }

/** Takes a screen light and dark, and holds it against what can be measured. */
async function take(page: Page, tongue: Tongue, name: string, heading: Locator): Promise<void> {
  await heading.first().waitFor()
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await settled(page)
    expect.soft(await layoutFaults(page), `${tongue} ${name}`).toEqual([])
    const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    const small = await sharp(shot).png({ palette: true, effort: 7 }).toBuffer()
    expect(small.length).toBeLessThanOrEqual(largest)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${tongue}-${scheme}-${name}.png`), small)
  }
}
