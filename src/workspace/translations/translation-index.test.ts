import { setImmediate as turn } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished, test } from 'vitest'
import { makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import { createTranslationIndex } from './translation-index.ts'

const languages = ['en', 'zh', 'ko', 'fr']

async function makeTranslated() {
  const workspace = await makeWorkspace()
  const { join } = await makeNewsroom(workspace)
  const translator = await join('Biên dịch', 'reporter', 'translator')
  const article = uuidv7()
  await translator.articles.create({ id: article, title: 'Cầu mới' })
  for (const language of languages) await translator.translations.create({ article, language })
  await translator.translations.list({})
  const index = createTranslationIndex({ ...workspace.services, judgeStamps: () => false })
  onTestFinished(() => index.close())
  return { workspace, index }
}

test('whoever asks meanwhile is answered while all translations are made again', async () => {
  const { index } = await makeTranslated()
  let turns = 0
  let ended = false
  const rebuilt = index.rebuild().finally(() => (ended = true))
  while (!ended) {
    await turn()
    turns += 1
  }
  expect(await rebuilt).toBe(languages.length)
  expect(turns).toBeGreaterThanOrEqual(languages.length)
})

test('a rebuild stops with the program, and the next start finds the rest', async () => {
  const { workspace, index } = await makeTranslated()
  const rebuilt = index.rebuild()
  index.close()
  expect(await rebuilt).toBe(languages.length)
  const next = createTranslationIndex({ ...workspace.services, judgeStamps: () => false })
  next.catchUp()
  next.close()
  const rows = workspace.services.store.read.prepare('SELECT document FROM translation_status').all()
  expect(rows).toHaveLength(languages.length)
})
