import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleUpdate, readArticle } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import { makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import { makeUpdate } from './make-update.ts'

const paragraphs = Array.from(
  { length: 8000 },
  (_, at) =>
    `${at} Sáng 24/11, tại thành phố Thái Nguyên, tỉnh tổ chức hội nghị triển khai kế hoạch vụ xuân.`,
)

function spent(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Milliseconds this thread computed at a stretch while the work went on; what others do on the machine is not in it. */
async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = spent()
  const look = () => {
    const now = spent()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 1)
  await work()
  look()
  clearInterval(timer)
  return longest
}

/** Milliseconds; on idle cores it is a third of it. */
const ceiling = 1000

const block = (text: string, at: number) =>
  ({ id: `b${at}`, kind: 'paragraph', runs: [{ text, marks: {} }] }) as const
const book = { metadata: emptyMetadata, blocks: paragraphs.map(block) }

test('a book becomes an article without holding anybody up for a second', async () => {
  const workspace = await makeWorkspace()
  const { owner } = await makeNewsroom(workspace)
  const path = join(makeFolder(), 'sách.txt')
  writeFileSync(path, paragraphs.join('\n\n'))
  const grant = workspace.services.grants.grant({ path, name: 'sách.txt', owned: false }).id
  const { preview, metadata, blocks } = await owner.imports.preview({ grant })
  const id = uuidv7()
  const commit = () => owner.imports.commit({ id, preview, language: 'vi', metadata, blocks })
  expect(await longestStretch(commit)).toBeLessThan(ceiling)
  const article = workspace.services.documents.read(articleDocument(id))
  expect(article.ok && article.value.blocks.length).toBe(blocks.length)
}, 120_000)

test("a book's document is written elsewhere: here it is only handed over", async () => {
  const here = await longestStretch(async () => articleUpdate(book))
  let update = new Uint8Array()
  const handedOver = await longestStretch(async () => {
    update = Uint8Array.from(await makeUpdate(book))
  })
  expect(handedOver).toBeLessThan(here)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  expect(readArticle(doc).blocks).toEqual(book.blocks)
}, 120_000)

test('two who create the same book at once make one article, and its text stands in it once', async () => {
  const { services } = await makeWorkspace()
  const document = articleDocument(uuidv7())
  const first = articleUpdate(book)
  const create = () => services.documents.create(document, 'vi', first, 'lan')
  const [one, other] = await Promise.all([create(), create()])
  expect(other).toEqual(one)
  const article = services.documents.read(document)
  expect(article.ok && article.value.blocks.length).toBe(paragraphs.length)
}, 120_000)
