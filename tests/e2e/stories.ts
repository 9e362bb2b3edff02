import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import * as Y from 'yjs'
import type { Client } from '#cli/client.ts'
import { changeArticle, readArticle } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'
import { type Block, blockText } from '#domain/blocks.ts'
import { articleDocument, type DocumentId, storyOf } from '#domain/document-id.ts'
import type { Role } from '#domain/roles.ts'
import { untilMade } from '#workspace/clips/clip-making.test-kit.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'
import { drawPicture, type Scene } from './drawn-pictures.ts'
import { correction, laterParagraph, type Story, type StoryBlock, stories } from './newsroom-texts.ts'

export const newsroomName = 'Báo và phát thanh, truyền hình Thái Nguyên'
export const newsroomPin = 'chexanh26'
export const cast = { chief: 'Trần Thị Hạnh', reporter: 'Nguyễn Văn Nam', editor: 'Lê Thu Hà' } as const
/** The moment the newsroom is looked at. */
export const newsroomNow = new Date('2026-11-24T15:10:00+07:00')

type Desk = Readonly<{
  workspace: Workspace
  setTime(clock: string): void
  chief: Client
  reporter: Client
  editor: Client
  pictures: ReadonlyMap<Scene, string>
}>

/** Fills a workspace with a day of a newsroom, through the contract as people would. Its times are always the same. */
export async function makeNewsroomDay(folder: string): Promise<void> {
  let now = timeOf('06:00')
  // Cheap keys: they are kept with their cost, so that signing in is quick as well.
  const opened = await openWorkspace(folder, { keyCost: 2 ** 10, clock: { now: () => now++ } })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const workspace = opened.value
  try {
    const people = await gatherPeople(workspace)
    const pictures = await keepPictures(workspace, people.reporter)
    const desk = { workspace, ...people, pictures, setTime: (clock: string) => (now = timeOf(clock)) }
    for (const story of stories) await tell(desk, story)
    await subtitleClip(desk)
  } finally {
    await workspace.close()
  }
}

function timeOf(clock: string): number {
  return Date.parse(`2026-11-24T${clock}:00+07:00`)
}

async function gatherPeople(workspace: Workspace) {
  const connect = () => createRouterClient(workspace.router, { context: workspace.newClient('cli', true) })
  const chief: Client = connect()
  const id = uuidv7()
  const founded = await chief.people.createNewsroom({
    id,
    newsroom: newsroomName,
    owner: cast.chief,
    pin: newsroomPin,
  })
  await chief.people.confirmRecovery({ recoveryFile: founded.recoveryFile })
  await chief.session.signIn({ profile: founded.owner.id, pin: newsroomPin })
  async function join(name: string, roles: Role[]): Promise<Client> {
    const member = await chief.people.addMember({ id: uuidv7(), name, roles, pin: newsroomPin })
    const client: Client = connect()
    await client.session.signIn({ profile: member.id, pin: newsroomPin })
    return client
  }
  const reporter = await join(cast.reporter, ['reporter'])
  const editor = await join(cast.editor, ['editor', 'translator'])
  await chief.people.setRoles({
    id: uuidv7(),
    member: founded.owner.id,
    roles: ['owner', 'editor', 'approver'],
  })
  return { chief, reporter, editor }
}

async function keepPictures(workspace: Workspace, client: Client): Promise<ReadonlyMap<Scene, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-pictures-'))
  const kept = new Map<Scene, string>()
  for (const scene of ['hills', 'class', 'bridge'] as const) {
    const path = join(folder, `${scene}.jpg`)
    writeFileSync(path, await drawPicture(scene))
    const { id } = workspace.services.grants.grant({ path, name: `${scene}.jpg`, owned: false })
    kept.set(scene, (await client.assets.add({ grant: id })).asset)
  }
  rmSync(folder, { recursive: true })
  return kept
}

async function tell(desk: Desk, story: Story): Promise<void> {
  desk.setTime(story.at)
  const author = story.metadata.byline === cast.editor ? desk.editor : desk.reporter
  const id = uuidv7()
  const document = articleDocument(id)
  const language = story.metadata.language ?? 'vi'
  await author.articles.create({ id, language, title: story.blocks[0]?.text ?? '' })
  await edit(author, document, ({ metadata, blocks }) => ({
    metadata: { ...metadata, ...story.metadata },
    blocks: story.blocks.map((block, index) => ({
      ...makeBlock(block, desk.pictures),
      id: (index < 1 && blocks[index]?.id) || uuidv7(),
    })),
  }))
  await author.documents.settle({ document })
  await bringOn(desk, story, author, document)
}

/** Changes a document as an editor does: by what differs, appended to its log. */
async function edit(client: Client, document: DocumentId, change: (article: Article) => Article) {
  const opened = await client.documents.open({ document })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(opened.update, 'base64'))
  const before = Y.encodeStateVector(doc)
  changeArticle(doc, change(readArticle(doc)))
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  await client.documents.append({ document, client: 'stories', batch: uuidv7(), updates: [update] })
}

function makeBlock({ kind, text, scene, alt, credit }: StoryBlock, pictures: ReadonlyMap<Scene, string>) {
  const asset = scene && pictures.get(scene)
  return {
    kind,
    runs: text === '' ? [] : [{ text, marks: {} }],
    ...(asset && { asset }),
    ...(alt && { alt }),
    ...(credit && { credit }),
  }
}

async function bringOn(desk: Desk, { standing }: Story, author: Client, document: DocumentId): Promise<void> {
  if (standing === 'draft') return
  const submission = await submit(author, document, standing === 'inReview' ? 'Nhờ chị duyệt giúp em.' : '')
  if (standing === 'inReview') return
  if (standing === 'returned') {
    const note = 'Thêm ý kiến của trạm trưởng và số ca cấp cứu năm nay.'
    await desk.chief.workflow.return({ id: uuidv7(), submission, note })
    return
  }
  await desk.chief.workflow.approve({ id: uuidv7(), submission })
  if (standing === 'packaged') {
    await makePackage(desk, document)
    await beginTranslation(desk, document)
  }
  if (standing === 'sentAgain') await sendAgain(desk, author, document)
}

const sampleClip = (ending: string) =>
  new URL(`../../resources/sample/le-hoi-tra-tan-cuong.${ending}`, import.meta.url).pathname

/** The sample clip with its subtitles in Vietnamese and, made from them, in English. */
async function subtitleClip({ workspace, editor, setTime }: Desk): Promise<void> {
  setTime('14:40')
  const letIn = (ending: string) => {
    const path = sampleClip(ending)
    return workspace.services.grants.grant({ path, name: `Lễ hội trà.${ending}`, owned: false }).id
  }
  const { job } = await editor.clips.import({ id: uuidv7(), grant: letIn('mp4') })
  const { result } = await workspace.services.jobs.ended(job)
  const clip = result ?? ''
  await untilMade(editor, clip)
  await editor.tracks.importFile({ grant: letIn('vi.srt'), clip, language: 'vi' })
  await editor.tracks.importFile({ grant: letIn('en.srt'), clip, language: 'en' })
}

const english = [
  'Winter tea fetches good prices, with many cooperatives booked until Tết',
  'Grade-one dried tea sells at 350,000 đồng a kilogram, about 8% more than at this time last year.',
]

/** The first sentences are in English and confirmed, the next is under way. */
async function beginTranslation({ editor }: Desk, source: DocumentId): Promise<void> {
  const { document } = await editor.translations.create({ article: storyOf(source), language: 'en' })
  const { rows } = await editor.translations.rows({ document })
  for (const [at, words] of english.entries()) {
    const row = rows[at]
    if (!row) throw new Error(`The story has no sentence ${at}`)
    const written = { document, row: row.row, source: row.source, before: row.target, target: [words] }
    await editor.translations.confirm(written)
  }
}

async function submit(author: Client, document: DocumentId, note: string): Promise<string> {
  const view = await author.workflow.submit({ id: uuidv7(), document, note })
  if (!view.submission) throw new Error('Nothing was submitted')
  return view.submission.record
}

async function makePackage({ workspace, chief }: Desk, document: DocumentId): Promise<void> {
  const article = document.slice('article:'.length)
  const { job } = await chief.packages.export({ id: uuidv7(), article, channel: 'portal', languages: ['vi'] })
  await workspace.services.jobs.ended(job)
}

async function sendAgain(desk: Desk, author: Client, document: DocumentId): Promise<void> {
  desk.setTime('14:25')
  await edit(author, document, ({ metadata, blocks }) => ({
    metadata,
    blocks: [...blocks.map(corrected), { ...makeBlock(laterParagraph, desk.pictures), id: uuidv7() }],
  }))
  await author.documents.settle({ document })
  await submit(author, document, 'Cập nhật số khách và thêm hai chuyến xe điện.')
}

function corrected(block: Block): Block {
  const text = blockText(block).replace(correction.from, correction.to)
  return text === blockText(block) ? block : { ...block, runs: [{ text, marks: {} }] }
}
