import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { changeArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { clientOf, type PurgeOrder } from './purge-order.ts'

export const canary = 'kimtuyen4711'
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
