import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDocument, termbaseDocument, translationDocument } from '#domain/document-id.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { makeFolder } from '../workspace.test-kit.ts'
import {
  anotherClient,
  changeStory,
  failureOf,
  grantFor,
  inspectFile,
  joinMachine,
  leftovers,
  makeFirstMachine,
  makeText,
  openFile,
  rowCounts,
  sendStories,
  textOf,
  writeStory,
} from './bundle-making.test-kit.ts'

const text = makeText('Lễ hội trà', 'Ngày 24/11, thành phố Thái Nguyên.', 'Giá chè tăng 12%.')

async function makeTwo() {
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'reporter', 'editor')
  return { first, second }
}

describe('a story taken along', () => {
  test('SYNC1: comes as the same document with its people, and what both wrote is in it', async () => {
    const { first, second } = await makeTwo()
    const story = await writeStory(first, text)
    const view = await inspectFile(second, await sendStories(first, story))
    expect(view).toMatchObject({
      sender: { id: first.profile, name: 'Chủ tòa soạn', problem: null },
      newsroom: { ours: true },
      stories: [{ article: story, title: 'Lễ hội trà', change: 'new' }],
      strangers: [],
    })
    const opened = await openFile(second, await sendStories(first, story))
    expect(opened).toMatchObject({ fresh: 1, changed: 0, articles: [story] })
    expect(textOf(second, story)).toEqual(textOf(first, story))
    const { documents } = second.workspace.services
    expect(documents.contributions(articleDocument(story)).map(({ profile }) => profile)).toEqual([
      first.profile,
    ])

    const write = (added: string, at: number) => (article: typeof text) => ({
      ...article,
      blocks: article.blocks.map((block, index) =>
        index === at ? { ...block, runs: [{ text: `${block.runs[0]?.text}${added}`, marks: {} }] } : block,
      ),
    })
    await changeStory(first, story, write(' Sáng nay.', 1))
    await changeStory(second, story, write(' So với tháng trước.', 2))
    await openFile(first, await sendStories(second, story))
    await openFile(second, await sendStories(first, story))
    expect(textOf(first, story)).toEqual([
      'Lễ hội trà',
      'Ngày 24/11, thành phố Thái Nguyên. Sáng nay.',
      'Giá chè tăng 12%. So với tháng trước.',
    ])
    expect(textOf(second, story)).toEqual(textOf(first, story))
    const people = (machine: typeof first) =>
      new Set(
        machine.workspace.services.documents
          .contributions(articleDocument(story))
          .map(({ profile }) => profile),
      )
    expect(people(first)).toEqual(new Set([first.profile, second.profile]))
    expect(people(second)).toEqual(people(first))
  })

  test('changes nothing when it is opened again', async () => {
    const { first, second } = await makeTwo()
    const story = await writeStory(first, text)
    const file = await sendStories(first, story)
    await openFile(second, file)
    const before = rowCounts(second)
    expect(await openFile(second, file)).toMatchObject({ fresh: 0, changed: 0, same: 1, records: 0, kept: 0 })
    expect(rowCounts(second)).toEqual(before)
    expect(await inspectFile(second, file)).toMatchObject({ stories: [{ change: 'same' }] })
    await changeStory(second, story, (article) => ({ ...article, blocks: article.blocks.slice(0, 2) }))
    const later = rowCounts(second)
    await openFile(second, file)
    expect(rowCounts(second)).toEqual(later)
    expect(textOf(second, story)).toHaveLength(2)
    expect(await inspectFile(second, file)).toMatchObject({ stories: [{ change: 'ahead' }] })
  })

  test('keeps the text of before as a version where both had written (SAFE2)', async () => {
    const { first, second } = await makeTwo()
    const story = await writeStory(first, text)
    await openFile(second, await sendStories(first, story))
    await changeStory(first, story, (article) => ({ ...article, blocks: article.blocks.slice(0, 1) }))
    await changeStory(second, story, (article) => ({
      ...article,
      blocks: [
        ...article.blocks,
        { id: 'own', kind: 'paragraph', runs: [{ text: 'Thêm ở đây.', marks: {} }] },
      ],
    }))
    const before = textOf(second, story)
    expect(await openFile(second, await sendStories(first, story))).toMatchObject({ changed: 1, kept: 1 })
    expect(textOf(second, story)).toContain('Thêm ở đây.')
    const versions = await second.client.revisions.list({ document: articleDocument(story) })
    const kept = versions.find(({ reason }) => reason === 'automatic')
    const body = second.workspace.services.documents.revision(kept?.revision ?? '')
    expect(body.ok && body.value.blocks.map(({ runs }) => runs[0]?.text)).toEqual(before)
  })

  test('is reviewed on the other machine: submission there, approval here, one story', async () => {
    const { first, second } = await makeTwo()
    const approver = await joinMachine(first, 'Trần Văn Minh', 'approver')
    const story = await writeStory(first, makeText('Tin', 'Của chủ tòa soạn.'))
    await openFile(second, await sendStories(first, story))
    await changeStory(second, story, () => text)
    const document = articleDocument(story)
    await second.client.workflow.submit({ id: uuidv7(), document, note: 'Nhờ duyệt' })
    await openFile(approver, await sendStories(second, story))
    const waiting = await approver.client.workflow.status({ document })
    expect(waiting.state).toBe('inReview')
    expect(new Set(waiting.authors.map(({ id }) => id))).toEqual(new Set([first.profile, second.profile]))
    const submission = waiting.submission?.record ?? ''
    await approver.client.workflow.approve({ id: uuidv7(), submission, note: '' })
    await openFile(second, await sendStories(approver, story))
    expect(await second.client.workflow.status({ document })).toMatchObject({ state: 'approved' })
    const versions = await approver.client.revisions.list({ document })
    expect(versions.map(({ reason }) => reason)).toContain('submitted')
    const verdict = await second.client.maintenance.verify()
    expect(verdict).toMatchObject({ outcome: 'valid', problems: [] })
  })

  test('takes its translation along, approved there and the same here; a stamp in a target stays', async () => {
    const { first, second } = await makeTwo()
    const approver = await joinMachine(first, 'Trần Văn Minh', 'approver')
    const story = await writeStory(first, makeText('Lễ hội trà', 'Giá chè tăng 12%.'))
    await openFile(second, await sendStories(first, story))
    await second.client.translations.create({ article: story, language: 'en' })
    const document = translationDocument({ article: story, language: 'en' })
    const write = async (machine: typeof first, words: readonly string[]) => {
      const { rows } = await machine.client.translations.rows({ document })
      for (const [index, { row, target: before }] of rows.entries()) {
        await machine.client.translations.confirm({ document, row, before, target: [words[index] ?? ''] })
      }
    }
    await write(second, ['Tea festival', 'Tea prices rose 12%.'])
    const sent = await second.client.workflow.submit({ id: uuidv7(), document })
    await openFile(approver, await sendStories(second, story))
    const submission = sent.submission?.record ?? ''
    await approver.client.workflow.approve({ id: uuidv7(), submission })
    await openFile(first, await sendStories(approver, story))
    expect(await first.client.workflow.status({ document })).toMatchObject({ state: 'approved' })
    const { rows } = await first.client.translations.rows({ document })
    expect(rows.map(({ target, state }) => [plainText(target), state])).toEqual([
      ['Tea festival', 'confirmed'],
      ['Tea prices rose 12%.', 'confirmed'],
    ])
    expect(await first.client.maintenance.verify()).toMatchObject({ outcome: 'valid', problems: [] })

    await write(second, ['TUYỆT MẬT', 'Tea prices rose 12%.'])
    const scope = { kind: 'stories' as const, articles: [story] }
    const made = await second.client.bundles.export({ id: uuidv7(), scope, directory: second.folder })
    expect(made).toMatchObject({ documents: 1, heldBack: [{ document, failure: { code: 'secret-stamp' } }] })
    expect(readFileSync(made.file.path ?? '').includes(Buffer.from('TUYỆT MẬT'))).toBe(false)
  })

  test('goes on being written after a restart: no sequence of the log is used twice', async () => {
    const { first, second } = await makeTwo()
    const story = await writeStory(first, text)
    await openFile(second, await sendStories(first, story))
    const { read } = second.workspace.services.store
    const rows = () => read.prepare('SELECT device, device_sequence AS sequence FROM updates').all()
    expect(rows()).toHaveLength(1)
    const { highestSequence } = await import('../documents/contributions.ts')
    expect(highestSequence(read, second.workspace.services.store.device)).toBe(1)
  })
})

describe('who sends', () => {
  test('a stranger is shown and needs a decision; their authority counts for nothing', async () => {
    const { first } = await makeTwo()
    const other = await makeFirstMachine('Người lạ')
    const story = await writeStory(other, text)
    const file = await sendStories(other, story)
    const view = await inspectFile(first, file)
    expect(view).toMatchObject({
      sender: { name: 'Người lạ', problem: 'other-newsroom' },
      newsroom: { ours: false },
    })
    expect(view.strangers).toEqual([other.profile])
    expect(await failureOf(openFile(first, file))).toMatchObject({ code: 'sender-unknown' })
    const records = first.workspace.services.records.all().length
    expect(await openFile(first, file, true)).toMatchObject({ fresh: 1, records: 0 })
    expect(textOf(first, story)).toEqual(textOf(other, story))
    expect(first.workspace.services.records.all()).toHaveLength(records)
    expect(first.workspace.services.records.person(other.profile)).toBeUndefined()
  })

  test('a removed member is no member', async () => {
    const { first, second } = await makeTwo()
    const story = await writeStory(second, text)
    const file = await sendStories(second, story)
    await first.client.people.removeMember({ id: uuidv7(), member: second.profile })
    const late = await sendStories(second, story)
    for (const each of [file, late]) {
      expect(await failureOf(openFile(first, each))).toMatchObject({ code: 'sender-unknown' })
    }
  })

  test('nobody who is not signed in makes or opens a bundle, and a window names no folder', async () => {
    const { first } = await makeTwo()
    const story = await writeStory(first, text)
    const file = await sendStories(first, story)
    const visitor = anotherClient(first)
    const scope = { kind: 'stories' as const, articles: [story] }
    expect(await failureOf(visitor.bundles.export({ id: uuidv7(), scope }))).toMatchObject({
      code: 'not-signed-in',
    })
    const grant = grantFor(first.workspace, file)
    expect(await failureOf(visitor.bundles.open({ grant }))).toMatchObject({ code: 'not-signed-in' })
    await visitor.session.signIn({ profile: first.profile, pin: '280926' })
    const named = visitor.bundles.export({ id: uuidv7(), scope, directory: first.folder })
    expect(await failureOf(named)).toMatchObject({ code: 'not-found' })
    const own = await visitor.bundles.export({ id: uuidv7(), scope })
    expect(own.file).toMatchObject({ path: null, url: expect.stringMatching(/^\/bundle\/.*\.tramtin$/) })
  })
})

describe('what is inside', () => {
  test('no private key and nothing of other stories', async () => {
    const { first } = await makeTwo()
    const story = await writeStory(first, text)
    await writeStory(first, makeText('Chuyện khác', 'Không đi cùng.'))
    const bytes = readFileSync(await sendStories(first, story)).toString('latin1')
    expect(bytes).not.toContain(Buffer.from('Không đi cùng').toString('latin1'))
    const sealed = readFileSync(join(first.workspace.services.paths.keys, `${first.profile}.json`), 'utf8')
    const { publicKey, ...secret } = JSON.parse(sealed)
    expect(bytes).toContain(publicKey)
    const strings = JSON.stringify(secret).match(/[0-9A-Za-z+/=_-]{24,}/g) ?? []
    const known = [first.profile]
    expect(strings.filter((each) => !known.includes(each)).length).toBeGreaterThan(0)
    for (const each of strings) if (!known.includes(each)) expect(bytes).not.toContain(each)
  })

  test('all that was touched since a day goes together', async () => {
    const { first, second } = await makeTwo()
    const stories = [await writeStory(first, text), await writeStory(first, makeText('Hai', 'B.'))]
    const scope = { kind: 'since' as const, since: 0 }
    const made = await first.client.bundles.export({ id: uuidv7(), scope, directory: first.folder })
    expect(made).toMatchObject({ stories: 2, documents: 2, heldBack: [] })
    await openFile(second, made.file.path ?? '')
    for (const story of stories) expect(textOf(second, story)).toEqual(textOf(first, story))

    const terms = new Y.Doc()
    terms.getMap('concepts').set('che/note', 'Chè búp tươi')
    const { documents } = first.workspace.services
    await documents.create(termbaseDocument, 'mul', Y.encodeStateAsUpdate(terms), first.profile)
    const again = await first.client.bundles.export({ id: uuidv7(), scope, directory: makeFolder() })
    expect(again).toMatchObject({ stories: 2, documents: 3 })
    const seen = await inspectFile(second, again.file.path ?? '')
    expect(seen).toMatchObject({ termbase: 'new', stories: [{ change: 'same' }, { change: 'same' }] })
    expect(await openFile(second, again.file.path ?? '')).toMatchObject({ fresh: 0, changed: 0, same: 2 })
    expect(second.workspace.services.documents.exists(termbaseDocument)).toBe(true)

    const nothing = first.client.bundles.export({
      id: uuidv7(),
      scope: { kind: 'since', since: Date.now() + 1e6 },
      directory: first.folder,
    })
    expect(await failureOf(nothing)).toMatchObject({ code: 'nothing-to-send' })
  })
})

describe('a hostile or broken file', () => {
  test('SAFE3: cut at any byte it is refused, and nothing is left of it', async () => {
    const { first, second } = await makeTwo()
    const whole = readFileSync(await sendStories(first, await writeStory(first, makeText('T'))))
    const before = rowCounts(second)
    const path = join(second.folder, 'cut.tramtin')
    const step = Math.max(1, Math.floor(whole.length / 60))
    for (let length = 0; length < whole.length; length += step) {
      writeFileSync(path, whole.subarray(0, length))
      expect((await failureOf(inspectFile(second, path))).code).toMatch(/^bundle-refused$/)
    }
    appendFileSync(path, whole.subarray(whole.length - (whole.length % step)))
    expect(rowCounts(second)).toEqual(before)
    expect(leftovers(second)).toEqual([])
  })

  test('with any byte changed it is refused', async () => {
    const { first, second } = await makeTwo()
    const whole = readFileSync(await sendStories(first, await writeStory(first, makeText('T'))))
    const path = join(second.folder, 'changed.tramtin')
    const step = Math.max(1, Math.floor(whole.length / 60))
    for (let at = 0; at < whole.length; at += step) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x20
      writeFileSync(path, changed)
      expect((await failureOf(openFile(second, path))).code, String(at)).toMatch(/^bundle-(refused|newer)$/)
    }
    writeFileSync(path, whole)
    expect(await openFile(second, path)).toMatchObject({ fresh: 1 })
  })
})
