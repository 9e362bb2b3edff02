import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { articleUpdate } from '#documents/article.ts'
import { targetHash } from '#documents/translation/read-translation.ts'
import { confirmRow, writeRow } from '#documents/translation/row-edits.ts'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleDocument, type DocumentId, translationDocument } from '#domain/document-id.ts'
import { succeed } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { rowSource } from '#domain/translation/composed-article.ts'
import { editTranslation } from '#workspace/documents/opened-translation.ts'
import { revisionHash } from '#workspace/documents/revisions.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { found, type Person } from './large-workspace.ts'
import { makeRandom, mutate, readSentences } from './memory-texts.ts'

/** Of ten sentences eight are confirmed, one is a draft, one is empty: the first. */
const every = 10
const inBlock = 5

export type LongTranslation = Readonly<{ person: Person; document: DocumentId; sentences: readonly string[] }>

/** A newsroom of one person with one article of that many sentences, most of them translated. */
export async function makeLongTranslation(folder: string, size: number): Promise<LongTranslation> {
  const person = await found(folder)
  const sentences = makeSentences(size)
  const opened = await openWorkspace(folder)
  if (!opened.ok) throw new Error(opened.failure.code)
  const { services, router, newClient, close } = opened.value
  const article = uuidv7()
  const bytes = articleUpdate({ metadata: { ...emptyMetadata, language: 'vi' }, blocks: blocksOf(sentences) })
  await services.documents.create(articleDocument(article), 'vi', bytes, person.profile)
  const context = newClient('translator', true)
  await call(router.session.signIn, person, { context })
  await call(router.translations.create, { article, language: 'en' }, { context })
  const document = translationDocument({ article, language: 'en' })
  const editor = { by: person.profile, at: Date.now(), fresh: uuidv7 }
  await editTranslation(services, document, person.profile, (doc, view) => {
    for (const [at, row] of view.rows.entries()) {
      if (at % every === 0) continue
      const [number] = plainText(rowSource(row)).match(/\d+/u) ?? ['']
      const words = `Sentence ${number} of the long story, in English, as it was translated.`
      const target = [{ text: words, marks: {} }]
      const text = writeRow(doc, view, row, { before: [], target }, editor)
      if (at % every !== 1) confirmRow(doc, text, targetHash(target, revisionHash), editor)
    }
    return succeed(undefined)
  })
  await close()
  return { person, document, sentences }
}

/** Real sentences, changed a little until there are enough of them: no two alike. */
function makeSentences(size: number): readonly string[] {
  const random = makeRandom(7)
  const real = readSentences('vi')
  const pick = () => real[random(real.length)] ?? ''
  return Array.from({ length: size }, (_, at) => {
    const words = mutate(pick(), pick(), 'vi', 15, random)
      .replace(/[.!?…:;"“”()\d]/gu, '')
      .trim()
    return `Câu ${at}, ${words.charAt(0).toLowerCase()}${words.slice(1, 220)}.`
  })
}

function blocksOf(sentences: readonly string[]): readonly Block[] {
  const [title = '', ...others] = sentences
  const paragraphs = Array.from({ length: Math.ceil(others.length / inBlock) }, (_, at) =>
    others.slice(at * inBlock, (at + 1) * inBlock).join(' '),
  )
  return [
    { id: uuidv7(), kind: 'title', runs: [{ text: title, marks: {} }] },
    ...paragraphs.map((text) => ({ id: uuidv7(), kind: 'paragraph' as const, runs: [{ text, marks: {} }] })),
  ]
}
