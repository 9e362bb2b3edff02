import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished, test } from 'vitest'
import { articleDocument } from '#domain/document-id.ts'
import { makeFolder } from '../workspace.test-kit.ts'
import {
  anotherClient,
  changeStory,
  failureOf,
  joinMachine,
  type Machine,
  makeFirstMachine,
  makeText,
  rowCounts,
  textOf,
  writeStory,
} from './bundle-making.test-kit.ts'

const text = makeText('Lễ hội trà', 'Ngày 24/11, thành phố Thái Nguyên.')

function share({ client }: Machine, folder: string) {
  return client.bundles.setMailbox({ place: { kind: 'path', path: folder } })
}

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function makeSharing() {
  const folder = makeFolder()
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'reporter')
  for (const machine of [first, second]) await share(machine, folder)
  return { folder, first, second }
}

/** Until nobody has anything new to say. */
async function settle(...machines: readonly Machine[]): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (const { client } of machines) expect((await client.bundles.exchangeNow()).trouble).toBeNull()
  }
}

function filesOf(folder: string, { workspace }: Machine): readonly string[] {
  const own = join(folder, `tramtin-${workspace.services.store.device}`)
  return readdirSync(own).map((name) => join(own, name))
}

test('SYNC1, SYNC2: what two machines write meets, and each knows that the other holds it', async () => {
  const { folder, first, second } = await makeSharing()
  const [one, two] = [await writeStory(first, text), await writeStory(second, makeText('Hai', 'B.'))]
  await settle(first, second)
  for (const story of [one, two]) expect(textOf(first, story)).toEqual(textOf(second, story))
  for (const machine of [first, second]) {
    const { devices, rows } = await machine.client.bundles.exchanges()
    expect(devices).toMatchObject([{ same: 2, differing: 0, untold: 0 }])
    expect(rows.map(({ direction, way }) => [direction, way])).toContainEqual(['received', 'mailbox'])
    expect(await machine.client.bundles.mailbox()).toMatchObject({ waiting: 0, files: [], heldBack: [] })
  }
  await changeStory(first, one, () => makeText('Lễ hội trà', 'Sửa lại.'))
  expect((await first.client.bundles.exchanges()).devices).toMatchObject([{ same: 1, differing: 1 }])
  await settle(first, second)
  expect((await first.client.bundles.exchanges()).devices).toMatchObject([{ same: 2, differing: 0 }])
  expect(textOf(second, one)).toEqual(['Lễ hội trà', 'Sửa lại.'])
  expect(readdirSync(folder)).toHaveLength(2)
})

test('works by itself: what is written here comes there, and goes on after a fault', async () => {
  const folder = makeFolder()
  const waits = { mailboxWaits: { look: 150, change: 30, told: 10 } }
  const first = await makeFirstMachine('Chủ tòa soạn', waits)
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'reporter')
  await share(first, folder)
  await share(second, folder)
  await second.client.bundles.exchangeNow()
  const here = await writeStory(first, text)
  const arrived = async (machine: Machine, story: string) => {
    if (machine === second) await second.client.bundles.exchangeNow()
    return machine.workspace.services.documents.exists(`article:${story}`)
  }
  await expect.poll(() => arrived(second, here), { timeout: 20_000 }).toBe(true)
  renameSync(folder, `${folder}-away`)
  const trouble = async () => (await first.client.bundles.mailbox()).trouble
  await expect.poll(trouble, { timeout: 20_000 }).toBe('gone')
  const there = await writeStory(second, makeText('Hai'))
  renameSync(`${folder}-away`, folder)
  await second.client.bundles.exchangeNow()
  await expect.poll(() => arrived(first, there), { timeout: 20_000 }).toBe(true)
  await expect.poll(trouble, { timeout: 20_000 }).toBeNull()
})

test('is at rest when nothing is new: no file is written, no row is added', async () => {
  const { folder, first, second } = await makeSharing()
  await writeStory(first, text)
  await settle(first, second)
  const before = [rowCounts(first), rowCounts(second), filesOf(folder, first), filesOf(folder, second)]
  await settle(first, second)
  expect([rowCounts(first), rowCounts(second), filesOf(folder, first), filesOf(folder, second)]).toEqual(
    before,
  )
})

test('takes its own superfluous files away, and never those of others', async () => {
  const { folder, first, second } = await makeSharing()
  const story = await writeStory(first, text)
  for (const word of ['một', 'hai', 'ba']) {
    await changeStory(first, story, () => makeText('Lễ hội trà', word))
    await first.client.bundles.exchangeNow()
  }
  // the newest state, and what the machine says it holds
  expect(filesOf(folder, first)).toHaveLength(2)
  await settle(second)
  expect(filesOf(folder, first)).toHaveLength(2)
  expect(textOf(second, story)).toEqual(['Lễ hội trà', 'ba'])
})

test('passes over half copies of a sync tool until they are whole', async () => {
  const { folder, first, second } = await makeSharing()
  const story = await writeStory(first, text)
  await first.client.bundles.exchangeNow()
  const whole = filesOf(folder, first).map((path) => ({ path, bytes: readFileSync(path) }))
  for (const { path, bytes } of whole) writeFileSync(path, bytes.subarray(0, bytes.length / 2))
  const half = await second.client.bundles.exchangeNow()
  expect(half.files.map(({ state }) => state)).toEqual(['incomplete', 'incomplete'])
  expect(second.workspace.services.documents.exists(`article:${story}`)).toBe(false)
  for (const { path, bytes } of whole) writeFileSync(path, bytes)
  expect(await second.client.bundles.exchangeNow()).toMatchObject({ files: [], trouble: null })
  expect(textOf(second, story)).toEqual(textOf(first, story))
})

test('shows what strangers put there and takes nothing of it', async () => {
  const { folder, first, second } = await makeSharing()
  const stranger = await makeFirstMachine('Người lạ')
  await share(stranger, folder)
  const story = await writeStory(stranger, text)
  await settle(stranger, first)
  const { files } = await first.client.bundles.mailbox()
  expect(files.map(({ state }) => state)).toEqual(['unknown-sender', 'unknown-sender'])
  expect(first.workspace.services.documents.exists(`article:${story}`)).toBe(false)
  expect((await first.client.bundles.exchanges()).devices).toEqual([])
  await settle(second)
})

test('says when the folder is gone and goes on when it is back', async () => {
  const { folder, first, second } = await makeSharing()
  const story = await writeStory(first, text)
  renameSync(folder, `${folder}-away`)
  expect(await first.client.bundles.exchangeNow()).toMatchObject({ trouble: 'gone' })
  renameSync(`${folder}-away`, folder)
  await settle(first, second)
  expect(textOf(second, story)).toEqual(textOf(first, story))
})

test('SEC1: a story with a stamp stays here and is named', async () => {
  const { folder, first, second } = await makeSharing()
  const story = await writeStory(first, text)
  await changeStory(first, story, (article) => ({
    ...article,
    blocks: [...article.blocks, { id: 's', kind: 'paragraph', runs: [{ text: 'TỐI MẬT', marks: {} }] }],
  }))
  const view = await first.client.bundles.exchangeNow()
  expect(view).toMatchObject({ trouble: null, waiting: 1, heldBack: [{ failure: { code: 'secret-stamp' } }] })
  await settle(second)
  expect(second.workspace.services.documents.exists(`article:${story}`)).toBe(false)
  for (const path of filesOf(folder, first)) {
    expect(readFileSync(path).includes(Buffer.from('TỐI MẬT'))).toBe(false)
  }
})

test('SEC1: a purge takes what this machine had put there out of the mailbox', async () => {
  const { folder, first, second } = await makeSharing()
  const [story, other] = [
    await writeStory(first, text),
    await writeStory(first, makeText('Tin khác', 'Ở lại.')),
  ]
  const secret = 'Ke hoach dien tap ngay 30'
  const withBlock = (words: string) => ({
    ...text,
    blocks: [...text.blocks, { id: 's', kind: 'paragraph' as const, runs: [{ text: words, marks: {} }] }],
  })
  await changeStory(first, story, () => withBlock(secret))
  await settle(first)
  const holds = () => filesOf(folder, first).filter((path) => readFileSync(path).includes(secret))
  expect(holds()).toHaveLength(1)
  await changeStory(first, story, () => withBlock(`${secret}\nTUYỆT MẬT`))
  const document = articleDocument(story)
  const [hit] = await first.client.secrets.hits({ document })
  await first.client.secrets.purge({ id: uuidv7(), hit: hit?.hit ?? '', document, scope: 'article' })
  await settle(first, second)
  expect(holds()).toEqual([])
  expect(textOf(second, other)).toEqual(['Tin khác', 'Ở lại.'])
  expect(textOf(second, story)).toEqual([])
})

test('SEC1: a purge while a bundle is being written leaves no word of it in the mailbox, and the rest goes', async () => {
  const { folder, first, second } = await makeSharing()
  const secret = 'Ke hoach dien tap ngay 30'
  const story = await writeStory(first, makeText('Lễ hội trà', secret))
  const { story: other, goOn } = await writeStoryThatWaits(first)
  const posting = first.client.bundles.exchangeNow()
  const holding = () => filesOf(folder, first).filter((path) => readFileSync(path).includes(secret))
  await expect.poll(holding, { timeout: 20_000 }).toMatchObject([expect.stringMatching(/\.part$/)])
  await changeStory(first, story, () => makeText('Lễ hội trà', `${secret}\nTUYỆT MẬT`))
  const document = articleDocument(story)
  const [hit] = await first.client.secrets.hits({ document })
  await first.client.secrets.purge({ id: uuidv7(), hit: hit?.hit ?? '', document, scope: 'article' })
  goOn()
  expect(await posting).toMatchObject({ trouble: null, waiting: 0 })
  expect(holding()).toEqual([])
  await settle(second)
  expect(textOf(second, story)).toEqual([])
  expect(textOf(second, other)).toEqual(textOf(first, other))
  await settle(first)
  expect(holding()).toEqual([])
})

test('a disk that stands still keeps the workspace from closing for a moment only, and nothing is put there afterwards', async () => {
  const { folder, first } = await makeSharing()
  const { goOn } = await writeStoryThatWaits(first)
  const posting = first.client.bundles.exchangeNow().catch(() => undefined)
  await expect.poll(() => filesOf(folder, first)).toMatchObject([expect.stringMatching(/\.part$/)])
  const begun = performance.now()
  await first.workspace.close()
  expect(performance.now() - begun).toBeLessThan(8000)
  goOn()
  await posting
  expect(filesOf(folder, first)).toEqual([])
})

/** A story with a picture that nobody can read until it is told to go on: what writes it waits with the texts written. */
async function writeStoryThatWaits(machine: Machine) {
  const { services } = machine.workspace
  const picture = join(makeFolder(), 'anh.png')
  writeFileSync(picture, Buffer.from(onePixel, 'base64'))
  const asset = await services.assets.add({ path: picture, name: 'anh.png' })
  if (!asset.ok) throw new Error(asset.failure.code)
  const story = await writeStory(machine, {
    ...text,
    blocks: [...text.blocks, { id: 'p', kind: 'figure', runs: [], asset: asset.value.hash }],
  })
  const original = services.assets.pathOf(asset.value.hash)
  const bytes = readFileSync(original)
  renameSync(original, `${original}.kept`)
  execFileSync('mkfifo', [original])
  const goOn = () => {
    if (!existsSync(`${original}.kept`)) return
    renameSync(original, `${original}.fifo`)
    renameSync(`${original}.kept`, original)
    // for reading too, so that it waits for no reader
    writeFileSync(`${original}.fifo`, bytes, { flag: 'r+' })
  }
  onTestFinished(goOn)
  return { story, goOn }
}

test('needs somebody signed in to send, and says so; receiving goes on', async () => {
  const { first, second } = await makeSharing()
  const story = await writeStory(second, text)
  await settle(second)
  await writeStory(first, makeText('Chờ gửi'))
  await first.client.session.signOut()
  const waiting = anotherClient(first, true)
  expect(await waiting.bundles.exchangeNow()).toMatchObject({ trouble: 'nobody-signed-in', waiting: 1 })
  expect(textOf(first, story)).toEqual(textOf(second, story))
})

test('SEC2: a window names no path, and the workspace itself is no mailbox', async () => {
  const first = await makeFirstMachine()
  const window = anotherClient(first)
  await window.session.signIn({ profile: first.profile, pin: '280926' })
  const byPath = (path: string) => ({ place: { kind: 'path' as const, path } })
  const refused = { code: 'mailbox-unsuitable' }
  expect(await failureOf(window.bundles.setMailbox(byPath(makeFolder())))).toMatchObject(refused)
  const { root } = first.workspace.services.paths
  const inside = join(root, 'mail')
  mkdirSync(inside)
  expect(await failureOf(first.client.bundles.setMailbox(byPath(inside)))).toMatchObject(refused)
  rmSync(inside, { recursive: true })
  expect(await failureOf(first.client.bundles.setMailbox(byPath(inside)))).toMatchObject(refused)
  expect(await window.bundles.setMailbox({ place: null })).toMatchObject({ folder: null })
})
