import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import type { TranslationRow } from '#contract/translations.ts'
import { changeArticle, readArticle } from '#documents/article.ts'
import { articleDocument, translationDocument } from '#domain/document-id.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { storyOf } from '#tests/makers/story.ts'
import { type Client, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'

/** A newsroom with a reporter's article, a translator and an approver. */
export async function makeDesk(...paragraphs: readonly string[]) {
  const workspace = await makeWorkspace()
  const { join } = await makeNewsroom(workspace)
  const idOf = (name: string) =>
    workspace.services.records.people().find((person) => person.name === name)?.id ?? ''
  const reporter = await join('Phóng viên', 'reporter')
  const translator = await join('Biên dịch', 'translator')
  const approver = await join('Duyệt', 'approver')
  const article = uuidv7()
  await reporter.articles.create({ id: article, title: 'Cầu mới' })
  const { documents } = workspace.services
  const source = articleDocument(article)
  async function rewrite(texts: readonly string[]): Promise<void> {
    const edited = await documents.edit(source, idOf('Phóng viên'), (doc) => {
      const title = readArticle(doc).blocks.filter(({ kind }) => kind === 'title')
      const { metadata, blocks } = storyOf(texts.map((text, index) => ({ id: `p${index}`, text })))
      changeArticle(doc, { metadata, blocks: [...title, ...blocks] })
    })
    expect(edited.ok).toBe(true)
  }
  if (paragraphs.length > 0) await rewrite(paragraphs)
  const document = translationDocument({ article, language: 'en' })
  await translator.translations.create({ article, language: 'en' })
  return { workspace, reporter, translator, approver, article, source, document, rewrite }
}
export type Desk = Awaited<ReturnType<typeof makeDesk>>

export async function rowOf(client: Client, document: string, source: string): Promise<TranslationRow> {
  const { rows } = await client.translations.rows({ document })
  const found = rows.find((row) => plainText(row.source) === source)
  if (!found)
    throw new Error(`${source} is not among ${rows.map((row) => plainText(row.source)).join(' | ')}`)
  return found
}

/** The row that holds what was written. */
export function held(row: TranslationRow | null): TranslationRow {
  if (row === null) throw new Error('No row holds what was written')
  return row
}

export async function confirm(
  client: Client,
  document: string,
  source: string,
  target: string,
): Promise<TranslationRow> {
  const { row, target: before } = await rowOf(client, document, source)
  return held(await client.translations.confirm({ document, row, before, target: [target] }))
}

export async function approve(desk: Desk, client: Client, document: string): Promise<void> {
  const { submission } = await client.workflow.submit({ id: uuidv7(), document })
  await desk.approver.workflow.approve({ id: uuidv7(), submission: submission?.record ?? '' })
}
