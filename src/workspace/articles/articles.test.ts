import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { changeArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import { type BlockKind, blockText } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { type Client, clientOf, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'

async function makeDesk() {
  const workspace = await makeWorkspace()
  const { owner, ownerId } = await makeNewsroom(workspace)
  const { documents } = workspace.services
  let count = 0
  async function write(title: string, ...paragraphs: string[]): Promise<string> {
    const { id } = await owner.articles.create({ id: uuidv7(), title })
    const texts = [title, ...paragraphs]
    await documents.edit(articleDocument(id), ownerId, (doc) =>
      changeArticle(doc, {
        metadata: { ...emptyMetadata, section: count++ % 2 === 0 ? 'culture' : 'economy' },
        blocks: texts.map((text, at) => ({
          id: `b${at}`,
          kind: (at === 0 ? 'title' : 'paragraph') as BlockKind,
          runs: [{ text, marks: {} }],
        })),
      }),
    )
    return id
  }
  return { workspace, owner, ownerId, write }
}

async function found(client: Client, text: string) {
  const { rows } = await client.articles.list({ text, order: 'relevance' })
  return rows.map((row) => row.title)
}

test('search folds case, marks, đ and tone placement, and finds words of one article anywhere in it (LANG1)', async () => {
  const { owner, write } = await makeDesk()
  await write('Lễ hội trà Tân Cương', 'Nước suối trong, đường vào xã đã trải nhựa.', 'Ảnh: Hoàng Nam')
  await write('Giá điện tăng', 'Các hộ dân ở phường Hòa Bình…')
  expect(await found(owner, 'NUOC duong')).toEqual(['Lễ hội trà Tân Cương'])
  expect(await found(owner, 'hoàng trà')).toEqual(['Lễ hội trà Tân Cương'])
  expect(await found(owner, 'hoà bình')).toEqual(['Giá điện tăng'])
  expect(await found(owner, 'tân cươ')).toEqual(['Lễ hội trà Tân Cương'])
  expect(await found(owner, '"cương tân"')).toEqual([])
  expect(await found(owner, '"* OR (')).toEqual([])
})

test('what holds the last word whole stands before what only begins with it, also on the next page', async () => {
  const workspace = await makeWorkspace()
  const { owner } = await makeNewsroom(workspace)
  const titles = [
    'Canh chua canh cá canh rau',
    'Cảnh Cảnh Cảnh Cảnh',
    'Một bài dài nói về làng chài và nghề làm can ở đó',
    'Can',
  ]
  for (const title of titles) await owner.articles.create({ id: uuidv7(), title })
  const found = async (limit: number, offset: number) =>
    (await owner.articles.list({ text: 'can', order: 'relevance', limit, offset })).rows.map(
      ({ title }) => title,
    )
  const all = await found(10, 0)
  expect(all.slice(0, 2).sort()).toEqual([titles[3], titles[2]])
  expect(all).toHaveLength(4)
  const paged = [...(await found(1, 0)), ...(await found(2, 1)), ...(await found(2, 3))]
  expect(paged).toEqual(all)
})

test('Chinese and Korean are found by a part of a word', async () => {
  const { owner, write } = await makeDesk()
  await write('越南太原省茶文化节', '타이응우옌성 차 축제가 열렸다')
  expect(await found(owner, '太原')).toEqual(['越南太原省茶文化节'])
  expect(await found(owner, '원太')).toEqual([])
  expect(await found(owner, '축제')).toEqual(['越南太原省茶文化节'])
})

test('filters, order and pages agree with the total', async () => {
  const { owner, write } = await makeDesk()
  for (const title of ['Ăn Tết', 'Ân nhân', 'An toàn', 'Bài bốn']) await write(title)
  const page = await owner.articles.list({ order: 'title', offset: 1, limit: 2 })
  expect(page.total).toBe(4)
  expect(page.rows.map((row) => row.title)).toEqual(['Ăn Tết', 'Ân nhân'])
  expect((await owner.articles.list({ sections: ['culture'] })).total).toBe(2)
  expect((await owner.articles.facets()).sections).toEqual({ culture: 2, economy: 2 })
})

test('a withdrawn article leaves the list, stays findable by its state and comes back (SAFE2)', async () => {
  const { owner, write } = await makeDesk()
  const id = await write('Tin nhầm')
  expect((await owner.articles.withdraw({ id, act: uuidv7(), reason: 'Trùng bài' })).state).toBe('withdrawn')
  expect((await owner.articles.list({})).total).toBe(0)
  expect((await owner.articles.list({ states: ['withdrawn'] })).rows[0]?.id).toBe(id)
  expect((await owner.articles.reinstate({ id, act: uuidv7() })).state).toBe('draft')
  expect((await owner.articles.list({})).total).toBe(1)
})

test('a withdrawal sent again signs nothing new, not even after the article came back', async () => {
  const { owner, workspace, write } = await makeDesk()
  const id = await write('Tin nhầm')
  const withdrawal = { id, act: uuidv7(), reason: 'Trùng bài' }
  await owner.articles.withdraw(withdrawal)
  expect((await owner.articles.withdraw(withdrawal)).state).toBe('withdrawn')
  const back = { id, act: uuidv7() }
  await owner.articles.reinstate(back)
  const signed = workspace.services.records.all().length
  expect((await owner.articles.reinstate(back)).state).toBe('draft')
  expect((await owner.articles.withdraw(withdrawal)).state).toBe('draft')
  expect(workspace.services.records.all()).toHaveLength(signed)
})

test('creating the same article twice makes one', async () => {
  const { owner } = await makeDesk()
  const id = uuidv7()
  await owner.articles.create({ id, title: 'Một' })
  await owner.articles.create({ id, title: 'Một' })
  expect((await owner.articles.list({})).total).toBe(1)
})

test('a very long article is found by its first and its last words together with its title', async () => {
  const { owner, write } = await makeDesk()
  const filler = Array.from({ length: 60 }, (_, at) => `đoạn ${at} ${'câu chuyện dài '.repeat(60)}`)
  const id = await write('Phóng sự dài kỳ', 'khởi điểm', ...filler, 'kết thúc')
  expect(await found(owner, 'khởi điểm phóng sự')).toHaveLength(1)
  expect(await found(owner, 'kết thúc phóng sự')).toHaveLength(1)
  expect((await owner.articles.get({ id })).words).toBeGreaterThan(10_000)
})

test('a rebuild makes the same list again', async () => {
  const { owner, write } = await makeDesk()
  await write('Một', 'nội dung')
  await write('Hai')
  const before = (await owner.articles.list({ order: 'title' })).rows
  await owner.maintenance.rebuild()
  expect((await owner.articles.list({ order: 'title' })).rows).toEqual(before)
  expect(await found(owner, 'noi dung')).toEqual(['Một'])
})

test('restoring a version brings the text back and keeps the text of before as a version (SAFE2)', async () => {
  const { owner, ownerId, workspace, write } = await makeDesk()
  const id = await write('Tít cũ', 'Câu đầu.')
  const document = articleDocument(id)
  const kept = await owner.revisions.keep({ id: uuidv7(), document, name: 'bản 1' })
  await workspace.services.documents.edit(document, ownerId, (doc) =>
    changeArticle(doc, {
      metadata: emptyMetadata,
      blocks: [{ id: 'b0', kind: 'title', runs: [{ text: 'Tít mới', marks: {} }] }],
    }),
  )
  const diff = await owner.revisions.diff({ document, from: kept.revision, to: 'current' })
  expect(diff.blocks.map((block) => block.change)).toEqual(['changed', 'removed'])
  await owner.revisions.restore({ id: uuidv7(), document, revision: kept.revision })
  const now = workspace.services.documents.read(document)
  expect(now.ok && now.value.blocks.map(blockText)).toEqual(['Tít cũ', 'Câu đầu.'])
  const versions = await owner.revisions.list({ document })
  expect(versions.map((version) => version.reason).sort()).toEqual(['automatic', 'named', 'restored'])
})

test('a record that a crash left out of the list is in it after the next start', async () => {
  const { workspace, owner, write } = await makeDesk()
  const id = await write('Bài gửi duyệt', 'Nội dung.')
  const document = articleDocument(id)
  await owner.workflow.submit({ id: uuidv7(), document })
  const { store } = workspace.services
  const row = () =>
    store.read.prepare('SELECT state FROM article_rows WHERE document = ?').pluck().get(document)
  expect((await owner.articles.get({ id })).state).toBe('inReview')
  // As a kill between the record and its projection leaves them.
  store.write((db) => {
    db.prepare("UPDATE article_rows SET state = 'draft' WHERE document = ?").run(document)
    db.prepare('UPDATE projected SET record_seq = 0 WHERE document = ?').run(document)
    db.exec(`UPDATE meta SET value = json_set(value, '$.recordSeq', 0) WHERE key = 'projected'`)
  })
  await workspace.close()
  const again = await makeWorkspace(workspace.services.paths.root)
  await clientOf(again).articles.list({})
  expect(row).toThrow()
  expect(again.services.store.read.prepare('SELECT state FROM article_rows').pluck().get()).toBe('inReview')
})

test('what was searched for is shown where it stands in the text, with its marks (LANG1)', async () => {
  const { owner, write } = await makeDesk()
  const hit = await write('Lễ hội trà', 'Nước suối trong.', 'Sáng nay, đường vào xã Tân Cương đã trải nhựa.')
  const miss = await write('Giá điện tăng', 'Các hộ dân')
  expect(await owner.articles.passages({ text: 'duong tan cuong', articles: [hit, miss, uuidv7()] })).toEqual(
    {
      [hit]: 'Sáng nay, đường vào xã Tân Cương đã trải nhựa.',
    },
  )
  expect(await owner.articles.passages({ text: ' “ ”', articles: [hit] })).toEqual({})
})
