import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { changeArticle, readArticle } from '#documents/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import { failureOf } from '#tests/makers/desk.ts'
import { storyOf } from '#tests/makers/story.ts'
import { type Client, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'

async function makeStory(texts: readonly string[] = ['Sáng nay cầu thông xe.']) {
  const workspace = await makeWorkspace()
  const { owner, join } = await makeNewsroom(workspace)
  const officer = await join('Cán bộ xã', 'reporter')
  const approver = await join('Duyệt', 'approver')
  const article = uuidv7()
  await owner.articles.create({ id: article, title: 'Cầu mới' })
  const source = articleDocument(article)
  async function rewrite(title: string, paragraphs: readonly string[]): Promise<void> {
    const edited = await workspace.services.documents.edit(source, ownerId(), (doc) => {
      const [first] = readArticle(doc).blocks
      const { metadata, blocks } = storyOf(paragraphs.map((text, index) => ({ id: `p${index}`, text })))
      const head = { id: first?.id ?? 't', kind: 'title' as const, runs: [{ text: title, marks: {} }] }
      changeArticle(doc, { metadata, blocks: [head, ...blocks] })
    })
    expect(edited.ok).toBe(true)
  }
  const ownerId = () => workspace.services.records.people().find(({ name }) => name === 'Chủ')?.id ?? ''
  await rewrite('Cầu mới', texts)
  return { workspace, owner, officer, approver, article, source, rewrite }
}
type Made = Awaited<ReturnType<typeof makeStory>>

async function approve({ approver }: Made, client: Client, document: string): Promise<void> {
  const { submission } = await client.workflow.submit({ id: uuidv7(), document })
  await approver.workflow.approve({ id: uuidv7(), submission: submission?.record ?? '' })
}

async function begin({ officer, article }: Made, channel = 'facebook') {
  return officer.editions.create({ article, channel, language: 'vi' })
}

async function cell({ officer, article }: Made, channel = 'facebook') {
  const row = (await officer.editions.board({ article })).find((each) => each.channel === channel)
  return [row?.state, row?.action]
}

describe('an edition', () => {
  test('begins from what the article says, is written on its own, and beginning it again changes nothing', async () => {
    const made = await makeStory()
    const { document, fields, whole } = await begin(made)
    expect(fields.map(({ field }) => field)).toEqual(['text', 'link', 'tags'])
    expect(whole).toBe('Cầu mới\n\nSáng nay cầu thông xe.')
    const written = await made.officer.editions.write({
      document,
      field: 'text',
      before: whole,
      text: 'Mời xem!',
    })
    expect(written.whole).toBe('Mời xem!')
    expect((await begin(made)).whole).toBe('Mời xem!')
  })

  test('sent again, a write is carried out once', async () => {
    const made = await makeStory()
    const { document, whole } = await begin(made)
    const write = { document, field: 'text' as const, before: whole, text: `${whole} Thêm.`, batch: uuidv7() }
    await made.officer.editions.write(write)
    expect((await made.officer.editions.write(write)).whole).toBe(`${whole} Thêm.`)
  })

  test('a change of the source marks the fields that rest on it; take or keep settles it (FLOW1)', async () => {
    const made = await makeStory()
    const { document } = await begin(made, 'zalo')
    await made.rewrite('Cầu mới', ['Chiều nay cầu thông xe.'])
    const stale = async () => {
      const { fields } = await made.officer.editions.get({ document })
      return fields.filter((field) => field.stale).map(({ field }) => field)
    }
    expect(await stale()).toEqual(['text'])
    expect(await cell(made, 'zalo')).toEqual(['stale', 'refresh'])
    await made.officer.editions.refresh({ document, field: 'text', how: 'keep' })
    expect(await stale()).toEqual([])
    await made.rewrite('Cầu cũ', ['Tối nay cầu thông xe.'])
    expect(await stale()).toEqual(['title', 'text'])
    const taken = await made.officer.editions.refresh({ document, field: 'text' })
    expect(taken.fields.find(({ field }) => field === 'text')?.text).toBe('Tối nay cầu thông xe.')
    expect(await stale()).toEqual(['title'])
  })

  test('is submitted and approved like any text, shows in the queue, and none of its authors approves it', async () => {
    const made = await makeStory()
    const { document } = await begin(made)
    expect(await cell(made)).toEqual(['sourceNotApproved', 'approveSource'])
    await approve(made, made.owner, made.source)
    expect(await cell(made)).toEqual(['notApproved', 'submit'])
    const { submission } = await made.officer.workflow.submit({ id: uuidv7(), document })
    expect(await cell(made)).toEqual(['inReview', 'approve'])
    const { items } = await made.approver.workflow.queue()
    expect(items).toMatchObject([{ document, article: made.article, title: 'Cầu mới', language: 'vi' }])
    await made.approver.workflow.approve({ id: uuidv7(), submission: submission?.record ?? '' })
    expect(await cell(made)).toEqual(['ready', 'make'])
    const { whole } = await made.officer.editions.get({ document })
    await made.officer.editions.write({ document, field: 'text', before: whole, text: 'Khác' })
    expect(await cell(made)).toEqual(['newerUnapproved', 'submit'])
    expect(await made.officer.editions.list({})).toMatchObject([{ document, state: 'approved', stale: 0 }])
  })

  test('that is too long says so before anything else is asked of it', async () => {
    const made = await makeStory()
    const { document, fields } = await begin(made, 'sms')
    const before = fields[0]?.text ?? ''
    const written = await made.officer.editions.write({
      document,
      field: 'text',
      before,
      text: 'ệ'.repeat(202),
    })
    expect(written.fields[0]?.counters).toMatchObject([
      { unit: 'parts', count: 4, maximum: 3, level: 'tooLong' },
    ])
    expect(written.forms).toMatchObject([
      { form: 'accented', encoding: 'ucs2', parts: 4, forcing: ['ệ'] },
      { form: 'unaccented', encoding: 'gsm7', parts: 2, units: 202 },
    ])
    expect(await cell(made, 'sms')).toEqual(['tooLong', 'shorten'])
  })

  test('with a stamp in it is held back and does not leave (SEC1)', async () => {
    const made = await makeStory()
    const { document, whole } = await begin(made)
    await made.officer.editions.write({ document, field: 'text', before: whole, text: 'TUYỆT MẬT' })
    expect(await failureOf(made.officer.workflow.submit({ id: uuidv7(), document }))).toBe('secret-stamp')
    expect(await cell(made)).toEqual(['held', 'judge'])
  })

  test('of a language or channel that is not taken is refused by name', async () => {
    const { officer, article } = await makeStory()
    const create = (channel: string, language: string) =>
      officer.editions.create({ article, channel, language })
    expect(await failureOf(create('loudspeaker', 'en'))).toBe('channel-language')
    expect(await failureOf(create('fax', 'vi'))).toBe('channel-unknown')
    expect(await failureOf(create('portal', 'vi'))).toBe('channel-unknown')
    expect(await failureOf(create('facebook', 'en'))).toBe('document-unknown')
  })

  test('goes with its story in the board of all channels, the portal among them', async () => {
    const made = await makeStory()
    const rows = await made.officer.editions.board({ article: made.article })
    expect(rows.map(({ channel }) => channel).sort()).toEqual([
      'email',
      'facebook',
      'led',
      'loudspeaker',
      'portal',
      'sms',
      'tiktok',
      'youtube',
      'zalo',
    ])
    expect(rows.filter(({ state }) => state !== 'missing').map(({ channel }) => channel)).toEqual(['portal'])
  })
})

describe('what was posted', () => {
  async function posted() {
    const made = await makeStory()
    await approve(made, made.owner, made.source)
    const { document } = await begin(made)
    await approve(made, made.officer, document)
    const note = {
      id: uuidv7(),
      article: made.article,
      channel: 'facebook',
      language: 'vi',
      url: 'https://fb.example/1',
      postedAt: Date.UTC(2026, 10, 24, 3),
      where: 'Trang của xã',
    }
    return { made, document, note, publication: await made.officer.publications.note(note) }
  }

  test('is a signed record with place, address and the approved text; the same id signs nothing twice', async () => {
    const { made, note, publication } = await posted()
    expect(publication).toMatchObject({
      url: note.url,
      verdict: 'valid',
      title: 'Cầu mới',
      by: { name: 'Cán bộ xã' },
    })
    expect(publication.revision).toMatch(/^[0-9a-f]{64}$/)
    await made.officer.publications.note(note)
    expect(await made.officer.publications.list({})).toHaveLength(1)
    expect(await cell(made)).toEqual(['posted', 'none'])
  })

  test('an authority’s take-down is due in 24 hours, a complaint’s in 48; done, it stays for inspection', async () => {
    const { made, publication } = await posted()
    const demand = { publication: publication.record, reason: 'Sai tên xã', askedAt: Date.UTC(2026, 10, 25) }
    const asked = await made.officer.publications.takeDown({ ...demand, id: uuidv7(), ground: 'authority' })
    expect(asked.demands).toMatchObject([
      { kind: 'takedown', deadline: Date.UTC(2026, 10, 26), doneAt: null },
    ])
    expect(await cell(made)).toEqual(['due', 'settle'])
    const answers = asked.demands[0]?.record ?? ''
    const done = await made.officer.publications.takeDown({
      ...demand,
      id: uuidv7(),
      ground: 'authority',
      answers,
      doneAt: Date.UTC(2026, 10, 25, 5),
    })
    expect(done.demands).toMatchObject([{ doneAt: Date.UTC(2026, 10, 25, 5) }])
    expect(await cell(made)).toEqual(['takenDown', 'none'])
    const complaint = await made.officer.publications.correct({
      ...demand,
      id: uuidv7(),
      ground: 'complaint',
    })
    expect(complaint.demands.at(-1)).toMatchObject({ kind: 'correction', deadline: Date.UTC(2026, 10, 27) })
  })

  test('is found by story, channel, language and month of the newsroom’s own zone', async () => {
    const { made, note } = await posted()
    const lateInMonth = { ...note, id: uuidv7(), postedAt: Date.UTC(2026, 10, 30, 17), url: '' }
    await made.officer.publications.note(lateInMonth)
    const found = async (query: object) => (await made.officer.publications.list(query)).length
    expect(await found({ month: '2026-11' })).toBe(1)
    expect(await found({ month: '2026-12' })).toBe(1)
    expect(await found({ channel: 'zalo' })).toBe(0)
    expect(await found({ article: made.article, language: 'vi' })).toBe(2)
  })

  test('no note carries a stamp, names a package that is not, or a text that is not there', async () => {
    const { made, note } = await posted()
    const refused = (more: object) =>
      failureOf(made.officer.publications.note({ ...note, id: uuidv7(), ...more }))
    expect(await refused({ note: 'TUYỆT MẬT' })).toBe('secret-stamp')
    expect(await refused({ package: uuidv7() })).toBe('not-found')
    expect(await refused({ channel: 'zalo' })).toBe('document-unknown')
    expect(await refused({ screenshot: 'a'.repeat(64) })).toBe('asset-missing')
  })
})
