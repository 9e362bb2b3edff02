import type * as Y from 'yjs'
import type { Failure } from '#contract/failures.ts'
import { eraseEdition } from '#documents/edition/edition.ts'
import { type Comment, eraseComments } from '#documents/translation/comments.ts'
import { type Erasure, eraseParts, wholeTranslation } from '#documents/translation/erase-texts.ts'
import { readTranslation } from '#documents/translation/read-translation.ts'
import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import {
  articleIdOf,
  commentedTranslation,
  commentsDocument,
  type DocumentId,
  editionOf,
  trackOf,
  translationOf,
} from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { judgedField } from '#domain/secret-stamps.ts'
import { metadataBlock } from '#domain/segments/segments.ts'
import { sourceRows } from '#domain/translation/source-rows.ts'
import type { AddedText, TranslationContent } from '#domain/translation/target-texts.ts'
import { documentsOfStory } from '../documents/log.ts'
import { revisionHash } from '../documents/revisions.ts'
import { segmentsOf } from '../documents/segment-memory.ts'
import type { Services } from '../services.ts'
import type { ReadHandle } from '../store/database.ts'
import type { PurgeTarget } from './purge.ts'
import { tracksTogether } from './purge-track.ts'
import type { HoldsWords } from './purged-words.ts'

/** The article that a document says something of, if it does. */
export function purgedStory(document: DocumentId): string | undefined {
  return (
    articleIdOf(document) ??
    (translationOf(document) ?? commentedTranslation(document) ?? editionOf(document))?.article
  )
}

/**
 * What loses text together with a document, itself first: an article's whole story; a translation's comments; all
 * subtitles of a clip.
 */
export function purgedTogether(db: ReadHandle, document: DocumentId): readonly DocumentId[] {
  if (trackOf(document)) return tracksTogether(db, document)
  const article = articleIdOf(document)
  if (article !== undefined) return [...new Set([document, ...documentsOfStory(db, article)])]
  const name = translationOf(document)
  return name ? [document, commentsDocument(name)] : [document]
}

/** What a purged article leaves, and how words that it lost are known. */
export type Leaving = Readonly<{ next: Article; target: PurgeTarget; holds: HoldsWords }>
type Cleaner = Pick<Services, 'documents' | 'store'> & Readonly<{ profile: string }>

/**
 * Translations and comments lose what was written for sentences that the article does not say any more, and
 * what holds purged words elsewhere. Sentences that changed for another reason go too: whether one of their earlier
 * forms held the secret, nobody can tell.
 */
export async function eraseInStory(
  { documents, store, profile }: Cleaner,
  leaving: Leaving,
): Promise<Result<unknown, Failure>> {
  const [, ...others] = purgedTogether(store.read, leaving.target.document)
  const staying = new Set<string>()
  // translations come before comments: what stays of added sentences is known then
  for (const document of [...others.filter(translationOf), ...others.filter(commentedTranslation)]) {
    const edited = await documents.edit(document, profile, (doc) => {
      if (commentedTranslation(document))
        eraseComments(doc, (comment) => commentGoes(leaving, comment, staying))
      else for (const row of eraseForeign(doc, leaving)) staying.add(row)
    })
    if (!edited.ok) return edited
  }
  // what holds the words in a field or under a picture
  for (const document of others.filter(editionOf)) {
    const edited = await documents.edit(document, profile, (doc) =>
      eraseEdition(doc, (_, words) => leaving.target.block === null || leaving.holds(words)),
    )
    if (!edited.ok) return edited
  }
  return succeed(null)
}

/** Keys and added sentences that stay, as a row's id begins with them. */
function eraseForeign(doc: Y.Doc, leaving: Leaving): readonly string[] {
  if (leaving.target.block === null) {
    eraseParts(doc, wholeTranslation)
    return []
  }
  const content = readTranslation(doc, revisionHash)
  const erasure = foreignParts(content, leaving)
  eraseParts(doc, erasure)
  const { rows, added } = { rows: sentenceKeys(content, leaving.next), added: content.added }
  return [...rows, ...added.filter(({ id }) => !erasure.text(`+/${id}`)).map(({ id }) => `+${id}`)]
}

function foreignParts(content: TranslationContent, leaving: Leaving): Erasure {
  const { holds } = leaving
  const keys = sentenceKeys(content, leaving.next)
  const texts = content.texts.filter(({ key, runs }) => keys.has(key) && !holds(blockText({ runs })))
  const added = content.added.filter((text) => !addedGoes(leaving, text, keys))
  const staying = new Set([...texts.map(({ id }) => id), ...added.map(({ id }) => `+/${id}`)])
  return {
    text: (id) => !staying.has(id),
    sentence: (key) => !keys.has(key),
    words: holds,
    metadata: (name) => holds(content.metadata[name] ?? ''),
  }
}

/** Of the sentences that the article says, and of those among them that are merged. */
function sentenceKeys({ merges }: TranslationContent, article: Article): ReadonlySet<string> {
  const segments = segmentsOf(article)
  const single = new Set(segments.map(({ key }) => key))
  const whole = merges.filter(({ first, second }) => [first, second].every((id) => single.has(keyIn(id))))
  return new Set([...single, ...sourceRows(segments, whole, revisionHash).map(({ segment }) => segment.key)])
}

/** An added sentence has no source: it goes with the place it was added at. */
function addedGoes(
  { next, target, holds }: Leaving,
  { after, runs }: AddedText,
  keys: ReadonlySet<string>,
): boolean {
  const field = judgedField(target.block ?? '')
  const inPurged =
    field === undefined
      ? after.block === target.block
      : after.block === metadataBlock && after.field === field
  const known = next.blocks.some(({ id }) => id === after.block) || keys.has(keyIn(after.occurrence))
  return inPurged || !known || holds(blockText({ runs }))
}

function commentGoes({ target, holds }: Leaving, comment: Comment, staying: ReadonlySet<string>): boolean {
  if (target.block === null || holds(comment.text) || holds(comment.source)) return true
  return !staying.has(comment.row.startsWith('+') ? comment.row : keyIn(comment.row))
}

function keyIn(occurrence: string): string {
  return occurrence.slice(0, occurrence.indexOf('|'))
}
