import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { articleDocument } from '#domain/document-id.ts'
import { makeFolder } from '../workspace.test-kit.ts'
import {
  changeStory,
  failureOf,
  joinMachine,
  type Machine,
  makeFirstMachine,
  makeText,
  openFile,
  rowCounts,
  sendStories,
  writeStory,
} from './bundle-making.test-kit.ts'

const unit = 'tay-1'
const secret = 'Kế hoạch Bạch Đằng Hai'

function remember({ client }: Machine, source: string, target: string) {
  const texts = [
    { language: 'vi', text: [source] },
    { language: 'en', text: [target] },
  ]
  return client.memory.edit({ id: uuidv7(), unit, texts })
}

async function sendAll({ client, folder }: Machine): Promise<string> {
  const directory = join(folder, uuidv7())
  mkdirSync(directory)
  const made = await client.bundles.export({ id: uuidv7(), scope: { kind: 'since', since: 0 }, directory })
  return made.file.path ?? ''
}

async function targetsOf({ client }: Machine, source: string) {
  const { matches } = await client.memory.lookup({ source: [source], from: 'vi', to: 'en' })
  return matches.map(({ target }) => target[0])
}

test('what was written into the memory by hand goes along with everything, not with one story', async () => {
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'translator')
  const story = await writeStory(first, makeText('Lễ hội trà'))
  await remember(first, 'Kính gửi quý báo.', 'Dear editors,')
  await openFile(second, await sendStories(first, story))
  expect(await targetsOf(second, 'Kính gửi quý báo.')).toEqual([])
  const all = await sendAll(first)
  await openFile(second, all)
  expect(await targetsOf(second, 'Kính gửi quý báo.')).toEqual(['Dear editors,'])
  const before = rowCounts(second)
  await openFile(second, all)
  expect(rowCounts(second)).toEqual(before)
  await remember(second, 'Kính gửi quý báo.', 'To the editors,')
  await openFile(first, await sendAll(second))
  expect(await targetsOf(first, 'Kính gửi quý báo.')).toEqual(['To the editors,'])
})

test('SYNC2: the mailbox carries it once, and is at rest then', async () => {
  const folder = makeFolder()
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'translator')
  for (const { client } of [first, second]) {
    await client.bundles.setMailbox({ place: { kind: 'path', path: folder } })
  }
  const settle = async () => {
    for (let round = 0; round < 4; round += 1) {
      for (const { client } of [first, second]) {
        expect((await client.bundles.exchangeNow()).trouble).toBeNull()
      }
    }
  }
  await writeStory(first, makeText('Lễ hội trà'))
  await settle()
  await remember(first, 'Kính gửi quý báo.', 'Dear editors,')
  await settle()
  expect(await targetsOf(second, 'Kính gửi quý báo.')).toEqual(['Dear editors,'])
  for (const { client } of [first, second]) {
    expect((await client.bundles.exchanges()).devices).toMatchObject([{ same: 1, differing: 0, untold: 0 }])
  }
  const before = [first, second].map(rowCounts)
  await settle()
  expect([first, second].map(rowCounts)).toEqual(before)
})

test('SEC1: what a purge took out of the memory does not come back with what others send', async () => {
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'translator')
  const story = await writeStory(first, makeText('Lễ hội trà', 'Câu ở lại.'))
  await remember(second, `Theo ${secret}.`, 'By the plan.')
  await writeStory(second, makeText('Bài khác'))
  const sent = await sendAll(second)
  await openFile(first, sent)
  await changeStory(first, story, () => makeText('Lễ hội trà', `TỐI MẬT\n${secret}`))
  const document = articleDocument(story)
  const [hit] = await first.client.secrets.hits({ document })
  const order = { id: uuidv7(), hit: hit?.hit ?? '', document, scope: 'block' as const }
  expect(await first.client.secrets.purge(order)).toMatchObject({ memoryUnits: 1 })
  const before = rowCounts(first)
  await openFile(first, sent)
  await remember(second, `Theo ${secret}.`, 'As planned.')
  await openFile(first, await sendAll(second))
  expect(rowCounts(first)).toMatchObject({ records: before['records'] })
  expect(await targetsOf(first, `Theo ${secret}.`)).toEqual([])
})

test('SEC1: an edit with a stamp, signed by a program that did not judge it, refuses the bundle', async () => {
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'translator')
  await writeStory(second, makeText('Bài khác'))
  const { records } = second.workspace.services
  const texts = [{ language: 'vi', text: ['TỐI MẬT'] }]
  const edit = {
    kind: 'memoryEdit',
    document: 'memory',
    unit,
    texts,
    withdrawn: false,
    replaces: [],
  } as const
  const signed = records.sign(second.profile, { ...records.base(second.profile, uuidv7()), ...edit })
  expect(signed.ok).toBe(true)
  const sent = await sendAll(second)
  expect(await failureOf(openFile(first, sent))).toMatchObject({
    code: 'secret-stamp',
    facts: { where: unit },
  })
  expect(first.workspace.services.records.ofDocument('memory' as never)).toEqual([])
})
