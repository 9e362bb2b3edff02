import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { changeArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'
import { clientOf, type PurgeOrder } from './purge-order.ts'

export const canary = 'kimtuyen4711'
export const safeTarget = 'A sentence that stays.'
export const safeComment = 'Dịch hay'
export const safeSource = 'Một câu khác của kho.'
export const safeTitle = 'Tít hiền lành'
const pin = '280926'

export type Tainted = Omit<PurgeOrder, 'folder' | 'scope' | 'killBefore' | 'beside' | 'document'> &
  Readonly<{ document: ReturnType<typeof articleDocument> }>

function block(id: string, kind: Block['kind'], text: string): Block {
  return { id, kind, runs: [{ text, marks: {} }] }
}

/**
 * A closed workspace that holds the canary wherever it can: log, compacted state, revisions, list, full text, a
 * package with its job, backups. A first stamp in the title was called a false alarm, and the text exported so.
 */
export async function makeTainted(folder: string): Promise<Tainted> {
  const opened = await openWorkspace(folder, { keyCost: 2 ** 10 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const workspace = opened.value
  const client = clientOf(workspace)
  const founded = await client.people.createNewsroom({ id: uuidv7(), newsroom: 'Báo thử', owner: 'Chủ', pin })
  await client.people.confirmRecovery({ recoveryFile: founded.recoveryFile })
  const profile = founded.owner.id
  await client.session.signIn({ profile, pin })
  const { id } = await client.articles.create({ id: uuidv7(), title: 'Bài' })
  const document = articleDocument(id)
  const write = (title: string, text: string) =>
    workspace.services.documents.edit(document, profile, (doc) => {
      const blocks = [block('t', 'title', title), block('a', 'paragraph', text)]
      changeArticle(doc, { metadata: emptyMetadata, blocks })
    })
  await write(safeTitle, 'Câu ở lại.')
  await client.articles.get({ id })
  const first = `TUYỆT MẬT\nSố liệu ${canary} một`
  await write(first, 'Câu ở lại.')
  const [alarm] = await client.secrets.hits({ document })
  await client.secrets.dismiss({ hit: alarm!.hit, document, reason: 'Tên một món ăn' })
  const order = { id: uuidv7(), article: id, channel: 'portal', languages: ['vi'], preview: true }
  const { job } = await client.packages.export(order)
  expect(await workspace.services.jobs.ended(job)).toMatchObject({ state: 'done' })
  await client.revisions.keep({ id: uuidv7(), document, name: 'có dấu' })
  await translate(client, id)
  await remember(workspace, client)
  await Promise.all(Array.from({ length: 70 }, (_, index) => write(first, `Câu ở lại ${index}.`)))
  await client.maintenance.backup()
  await client.documents.close({ document })
  await write(`TUYỆT MẬT\nSố liệu ${canary} hai`, 'Câu ở lại.')
  const [hit] = await client.secrets.hits({ document })
  expect(await client.articles.list({ text: canary })).toMatchObject({ total: 1 })
  await client.maintenance.backup()
  await workspace.close()
  return { profile, pin, purge: uuidv7(), hit: hit!.hit, document }
}

/** Units of the memory that hold the canary, imported, written by hand and corrected by hand, and one that does not. */
async function remember(workspace: Workspace, client: ReturnType<typeof clientOf>): Promise<void> {
  const units: readonly (readonly [string, string])[] = [
    [`Số liệu ${canary} một`, 'Figures one'],
    [`Trích: “Số liệu  ${canary} một”.`, `Quoted: ${canary}`],
    [safeSource, safeTarget],
  ]
  const tus = units.map(
    ([vi, en]) =>
      `<tu><note>${vi}</note><tuv xml:lang="vi"><seg>${vi}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`,
  )
  const path = join(workspace.services.paths.root, '..', 'kho.tmx')
  writeFileSync(path, `<tmx version="1.4"><header/><body>${tus.join('')}</body></tmx>`)
  const grant = workspace.services.grants.grant({ path, name: 'kho.tmx', owned: false })
  const { job } = await client.memory.importFile({ id: uuidv7(), grant: grant.id })
  expect(await workspace.services.jobs.ended(job)).toMatchObject({ state: 'done' })
  for (const text of [`Số liệu ${canary} một`, 'Số liệu một']) {
    const texts = [
      { language: 'vi', text: [text] },
      { language: 'en', text: ['Figures'] },
    ]
    await client.memory.edit({ id: uuidv7(), unit: 'tay', texts })
  }
}

/**
 * A translation that says the canary wherever one can: targets, a link, an added sentence behind it, a merge, an
 * ignored reason, comments, a version, its list and the memory.
 */
async function translate(client: ReturnType<typeof clientOf>, article: string): Promise<void> {
  const { document } = await client.translations.create({ article, language: 'en' })
  const rows = async () => (await client.translations.rows({ document })).rows
  for (const { row, source } of await rows()) {
    const stays = plainText(source).startsWith('Câu')
    const link = { code: 'open' as const, number: 1, mark: 'link' as const, value: `https://${canary}.vn/` }
    const close = { code: 'close' as const, number: 1, mark: 'link' as const, value: '' }
    const target = stays ? [safeTarget] : [link, `Figures ${canary} one`, close]
    await client.translations.confirm({ document, row, before: [], target })
    const text = stays ? safeComment : `Xem lại ${canary}`
    await client.translations.comment({ id: uuidv7(), document, row, text })
  }
  await client.revisions.keep({ id: uuidv7(), document, name: 'bản dịch' })
  await client.maintenance.backup()
  await client.documents.close({ document })
}
