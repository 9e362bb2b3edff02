import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { freshId } from '#contract/base.ts'
import { changeArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { importFile, makeMedia, tone, untilMade } from '#workspace/clips/clip-making.test-kit.ts'
import {
  type Client,
  clientOf,
  makeFolder,
  makeNewsroom,
  makeWorkspace,
} from '#workspace/workspace.test-kit.ts'
import type { Workspace } from '#workspace/workspace.ts'
import { byName, operations } from './contract-operations.ts'

const pin = '280926'
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
type Asking = Readonly<{ input: unknown; client?: Client; workspace?: Workspace }>
type Desk = Awaited<ReturnType<typeof makeDesk>>

/** For each operation with an id of the client's making: what must be there, and what is asked. */
const table: Readonly<Record<string, (desk: Desk) => Promise<Asking>>> = {
  'articles.create': async () => ({ input: { id: uuidv7(), title: 'Bài' } }),
  'articles.withdraw': async ({ write }) => ({
    input: { id: (await write()).id, act: uuidv7(), reason: 'x' },
  }),
  async 'articles.reinstate'({ owner, write }) {
    const { id } = await write()
    await owner.articles.withdraw({ id, act: uuidv7(), reason: 'x' })
    return { input: { id, act: uuidv7() } }
  },
  'revisions.keep': async ({ write }) => ({
    input: { id: uuidv7(), document: (await write()).document, name: 'bản 1' },
  }),
  async 'revisions.restore'({ owner, write, rewrite }) {
    const { document } = await write()
    const { revision } = await owner.revisions.keep({ id: uuidv7(), document, name: 'bản 1' })
    await rewrite(document, 'Câu mới.')
    return { input: { id: uuidv7(), document, revision } }
  },
  'workflow.submit': async ({ write }) => ({ input: { id: uuidv7(), document: (await write()).document } }),
  'workflow.recall': async ({ submit }) => ({ input: { id: uuidv7(), ...(await submit()) } }),
  'workflow.return': async ({ approver, submit }) => ({
    client: approver,
    input: { id: uuidv7(), ...(await submit()), note: 'x' },
  }),
  'workflow.approve': async ({ approver, submit }) => ({
    client: approver,
    input: { id: uuidv7(), ...(await submit()) },
  }),
  async 'workflow.approveOnPaper'({ approver, submit, grant }) {
    const bytes = Buffer.from(onePixel, 'base64')
    const { asset } = await approver.assets.add({ grant: grant('a.png', bytes), use: 'scan' })
    return { client: approver, input: { id: uuidv7(), ...(await submit()), scan: asset, approver: 'Sếp' } }
  },
  async 'translations.add'({ translate }) {
    const { document, row } = await translate()
    return { input: { id: uuidv7(), document, row } }
  },
  async 'translations.comment'({ translate }) {
    const { document, row } = await translate()
    return { input: { id: uuidv7(), document, row, text: 'Xem lại' } }
  },
  async 'imports.commit'({ owner, grant }) {
    const { preview, language, blocks } = await owner.imports.preview({
      grant: grant('a.txt', 'Tít bài\n\nCâu đầu.'),
    })
    return { input: { id: uuidv7(), preview, language, metadata: {}, blocks } }
  },
  async 'packages.export'({ approver, submit }) {
    const { article, submission } = await submit()
    await approver.workflow.approve({ id: uuidv7(), submission })
    return { input: { id: uuidv7(), article, channel: 'portal', languages: ['vi'] } }
  },
  async 'secrets.purge'({ owner, write }) {
    const { document } = await write('TỐI MẬT\nSố liệu')
    const [hit] = await owner.secrets.hits({ document })
    return { input: { id: uuidv7(), hit: hit?.hit, document, scope: 'block' } }
  },
  'memory.edit': async () => ({ input: edit(uuidv7()) }),
  async 'memory.withdraw'({ owner }) {
    const unit = edit(uuidv7())
    await owner.memory.edit(unit)
    return { input: { id: uuidv7(), unit: unit.unit } }
  },
  'memory.importFile': async ({ grant }) => ({ input: { id: uuidv7(), grant: grant('a.tmx', tmx) } }),
  'memory.exportFile': async () => ({ input: { id: uuidv7(), from: null, to: null, path: null } }),
  'terms.importFile': async ({ grant }) => ({
    input: { id: uuidv7(), grant: grant('a.csv', 'vi,en\nđồi chè mới,new tea hill\n') },
  }),
  'terms.exportFile': async () => ({ input: { id: uuidv7(), format: 'csv', languages: ['vi', 'en'] } }),
  'bundles.export': async ({ write }) => ({
    input: { id: uuidv7(), scope: { kind: 'stories', articles: [(await write()).id] } },
  }),
  'bundles.invite': async ({ approverId }) => ({ input: { id: uuidv7(), member: approverId } }),
  'clips.import': async ({ grantFile }) => ({
    input: { id: uuidv7(), grant: grantFile(makeMedia(makeFolder(), 'a.mp3', tone(1))) },
  }),
  async 'clips.attach'({ workspace, owner, write }) {
    const { result } = await importFile(workspace, owner, makeMedia(makeFolder(), 'a.mp3', tone(1)))
    await untilMade(owner, result ?? '')
    return { input: { id: uuidv7(), clip: result, article: (await write()).id } }
  },
  async 'people.createNewsroom'() {
    const workspace = await makeWorkspace()
    const input = { id: uuidv7(), newsroom: 'Báo khác', owner: 'Lan', pin }
    return { workspace, client: clientOf(workspace), input }
  },
  async 'people.requestToJoin'() {
    // a request says when it was made
    const workspace = await makeWorkspace(undefined, { clock: { now: () => Date.UTC(2026, 10, 24) } })
    return { workspace, client: clientOf(workspace), input: { id: uuidv7(), name: 'Lan', pin } }
  },
  async 'people.admit'() {
    const asking = clientOf(await makeWorkspace())
    const { requestFile } = await asking.people.requestToJoin({ id: uuidv7(), name: 'Hà', pin })
    return { input: { id: uuidv7(), request: requestFile, roles: ['reporter'] } }
  },
  'people.addMember': async () => ({ input: { id: uuidv7(), name: 'Nam', roles: ['reporter'], pin } }),
  'people.setRoles': async ({ addMember }) => ({
    input: { id: uuidv7(), member: await addMember(), roles: ['editor'] },
  }),
  'people.removeMember': async ({ addMember }) => ({ input: { id: uuidv7(), member: await addMember() } }),
  'people.renewKey': async ({ addMember }) => ({ input: { id: uuidv7(), member: await addMember(), pin } }),
}

const tmx = `<?xml version="1.0"?><tmx version="1.4"><header/><body><tu>
<tuv xml:lang="vi"><seg>Chào</seg></tuv><tuv xml:lang="en"><seg>Hello</seg></tuv></tu></body></tmx>`

function edit(unit: string) {
  const texts = ['vi', 'en'].map((language) => ({ language, text: [`Câu ${unit} ${language}`] }))
  return { id: uuidv7(), unit, texts }
}

async function makeDesk() {
  const workspace = await makeWorkspace()
  const { owner, ownerId } = await makeNewsroom(workspace)
  const approverId = (await owner.people.addMember({ id: uuidv7(), name: 'Duyệt', roles: ['approver'], pin }))
    .id
  const approver = clientOf(workspace, true)
  await approver.session.signIn({ profile: approverId, pin })
  const { documents, grants } = workspace.services

  function rewrite(document: DocumentId, text: string) {
    const blocks = ['Tít bài', text].map((words, at) => ({
      id: `b${at}`,
      kind: at === 0 ? ('title' as const) : ('paragraph' as const),
      runs: [{ text: words, marks: {} }],
    }))
    return documents.edit(document, ownerId, (doc) => changeArticle(doc, { metadata: emptyMetadata, blocks }))
  }
  async function write(text = 'Câu đầu.') {
    const { id } = await owner.articles.create({ id: uuidv7(), title: 'Tít bài' })
    const document = articleDocument(id)
    await rewrite(document, text)
    return { id, document }
  }
  async function submit() {
    const { id: article, document } = await write()
    const { timeline } = await owner.workflow.submit({ id: uuidv7(), document })
    return { article, submission: timeline.find(({ kind }) => kind === 'submission')?.record ?? '' }
  }
  async function translate() {
    const { document } = await owner.translations.create({ article: (await write()).id, language: 'en' })
    const { rows } = await owner.translations.rows({ document })
    return { document, row: rows[1]?.row ?? '' }
  }
  function grantFile(path: string): string {
    return grants.grant({ path, name: 'a', owned: false }).id
  }
  function grant(name: string, bytes: string | Buffer): string {
    const path = join(makeFolder(), name)
    writeFileSync(path, bytes)
    return grants.grant({ path, name, owned: false }).id
  }
  const addMember = async () =>
    (await owner.people.addMember({ id: uuidv7(), name: uuidv7(), roles: ['reporter'], pin })).id
  return {
    workspace,
    owner,
    ownerId,
    approver,
    approverId,
    write,
    rewrite,
    submit,
    translate,
    grant,
    grantFile,
    addMember,
  }
}

/** All that the database holds but what full texts keep of it, once what follows by itself has followed. */
async function contentOf(workspace: Workspace) {
  const { store, jobs } = workspace.services
  // an import's job begins others, which are waited for as well
  for (let known = -1; known < jobs.list().length; ) {
    known = jobs.list().length
    await Promise.all(jobs.list().map(({ id }) => jobs.ended(id)))
  }
  const client = clientOf(workspace, true)
  await client.articles.list({})
  await client.translations.list({ article: null })
  store.flush()
  const tables = store.read
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[]
  const kept = tables.filter((name) => !/^sqlite_|_search/.test(name))
  return Object.fromEntries(
    kept.map((name) => [name, store.read.prepare(`SELECT * FROM "${name}"`).raw().all().map(plain).sort()]),
  )
}

function plain(row: unknown): string {
  return JSON.stringify(row, (_, value) =>
    value?.type === 'Buffer' ? createHash('sha256').update(Buffer.from(value.data)).digest('hex') : value,
  )
}

/** A film takes minutes to make: its recipe makes it once, whoever asks (`renders.test.ts`). */
const madeByRecipe = ['renders.start', 'renders.retry']

/** Of what was published or written to a stick: not asked again here. */
const besideTheirCode = [
  ...['note', 'correct', 'takeDown', 'exportReport'].map((word) => `publications.${word}`),
  'packages.usb',
]

test('every operation with an id of the client’s making is asked again here', () => {
  const creating = operations.filter(
    ({ input }) => input instanceof z.ZodObject && Object.values(input.shape).includes(freshId),
  )
  expect([...Object.keys(table), ...madeByRecipe, ...besideTheirCode].sort()).toEqual(
    creating.map(({ name }) => name).sort(),
  )
})

test.each(Object.keys(table))(
  '%s whose answer was lost changes nothing when it is asked again',
  async (name) => {
    const desk = await makeDesk()
    const {
      input,
      client = desk.owner,
      workspace = desk.workspace,
    } = (await table[name]?.(desk)) ?? { input: null }
    const ask = byName(client, name)
    const first = await ask(input)
    const content = await contentOf(workspace)
    expect(await ask(input)).toEqual(first)
    expect(await contentOf(workspace)).toEqual(content)
  },
)
