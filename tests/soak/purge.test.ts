import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished, test } from 'vitest'
import { changeArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { purgeSteps } from '#workspace/secrets/purge-run.ts'
import { makeFolder } from '#workspace/workspace.test-kit.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { clientOf, type PurgeOrder } from './purge-order.ts'

const pin = '280926'
const canary = 'kimtuyen4711'
const child = new URL('./purge-child.ts', import.meta.url).pathname
const block = (id: string, text: string): Block => ({ id, kind: 'paragraph', runs: [{ text, marks: {} }] })

/** A workspace that holds the canary wherever it can: log, compacted state, revisions, full text, backups, WAL. */
async function makeTainted(folder: string): Promise<Omit<PurgeOrder, 'killBefore' | 'scope'>> {
  const workspace = await open(folder)
  const client = clientOf(workspace)
  const founded = await client.people.createNewsroom({ id: uuidv7(), newsroom: 'Báo thử', owner: 'Chủ', pin })
  await client.people.confirmRecovery({ recoveryFile: founded.recoveryFile })
  await client.session.signIn({ profile: founded.owner.id, pin })
  const { id } = await client.articles.create({ id: uuidv7(), title: 'Bài' })
  const document = articleDocument(id)
  const write = (...blocks: Block[]) =>
    workspace.services.documents.edit(document, founded.owner.id, (doc) =>
      changeArticle(doc, { metadata: emptyMetadata, blocks }),
    )
  await write(block('a', 'Câu ở lại.'), block('b', 'Đoạn hai'))
  await client.articles.get({ id })
  const stamped = block('b', `TUYỆT MẬT\nSố liệu ${canary} không được lộ`)
  await write(block('a', 'Câu ở lại.'), stamped)
  await client.revisions.keep({ id: uuidv7(), document, name: 'có dấu' })
  for (let index = 0; index < 70; index += 1) await write(block('a', `Câu ở lại ${index}.`), stamped)
  await client.maintenance.backup()
  workspace.services.documents.close(document)
  await write(block('a', 'Câu ở lại.'), stamped)
  await client.maintenance.backup()
  const [hit] = await client.secrets.hits({ document })
  expect(await client.articles.list({ text: canary })).toMatchObject({ total: 1 })
  await workspace.close()
  return { folder, profile: founded.owner.id, pin, purge: uuidv7(), hit: hit!.hit, document }
}

async function open(folder: string) {
  const opened = await openWorkspace(folder, { keyCost: 2 ** 10 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** Names of the files that hold the canary, in UTF-8 or UTF-16. */
function filesHolding(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le'))
  })
}

for (const scope of ['block', 'article'] as const) {
  for (const killBefore of ['nothing', ...purgeSteps] as const) {
    test(`a purge of ${scope} killed before ${killBefore} leaves no canary in any file after the next start (SEC1)`, async () => {
      const folder = join(makeFolder(), 'kho')
      const order = await makeTainted(folder)
      expect(filesHolding(folder)).not.toEqual([])
      const run = spawnSync(process.execPath, [child, JSON.stringify({ ...order, scope, killBefore })])
      if (killBefore === 'nothing') expect(run.status, String(run.stderr)).toBe(0)
      else expect(run.signal, String(run.stderr)).toBe('SIGKILL')
      const workspace = await open(folder)
      const now = workspace.services.documents.read(order.document as `article:${string}`)
      const texts = now.ok ? now.value.blocks.map((each) => each.runs[0]?.text) : []
      expect(texts).toEqual(scope === 'block' ? ['Câu ở lại.', 'Đoạn hai'] : [])
      const client = clientOf(workspace)
      expect(await client.articles.list({ text: canary })).toMatchObject({ total: 0 })
      expect(await client.maintenance.verify()).toMatchObject({ outcome: 'valid' })
      await workspace.close()
      expect(filesHolding(folder)).toEqual([])
    })
  }
}
