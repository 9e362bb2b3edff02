import type * as Y from 'yjs'
import { readArticle } from '#documents/article.ts'
import { readEdition } from '#documents/edition/edition.ts'
import { readTermbase } from '#documents/termbase/termbase.ts'
import { readTrack } from '#documents/track/read-track.ts'
import { readComments } from '#documents/translation/comments.ts'
import { readTranslation } from '#documents/translation/read-translation.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { trackArticle } from '#domain/cues/track-article.ts'
import {
  articleDocument,
  commentedTranslation,
  type DocumentId,
  editionOf,
  type TranslationName,
  termbaseDocument,
  trackDocument,
  trackOf,
  translationOf,
} from '#domain/document-id.ts'
import { editionArticle } from '#domain/editions/edition-article.ts'
import { revisionBody } from '#domain/revision.ts'
import { composedArticle } from '#domain/translation/composed-article.ts'
import { type TranslationView, viewTranslation } from '#domain/translation/view.ts'
import type { DocumentCache } from './cache.ts'
import { createReading } from './reading.ts'
import { revisionHash } from './revisions.ts'
import { segmentsOf } from './segment-memory.ts'

/**
 * What a document says, as an article: a translation is read beside its source, comments and
 * the entries of a termbase are a paragraph each. A
 * translation whose source is not here shows no block; what it holds is in its note.
 */
export function contentOf(cache: DocumentCache, document: DocumentId, doc: Y.Doc): Article {
  const translation = translationOf(document)
  if (translation) return translatedArticle(cache, translation, doc)
  if (trackOf(document)) return trackAsArticle(cache, doc)
  const edition = editionOf(document)
  if (edition) return editionArticle(readEdition(doc, edition))
  if (document === termbaseDocument) return termbaseAsArticle(doc)
  return commentedTranslation(document) ? commentsAsArticle(doc) : readArticle(doc)
}

/** An article as the source of its translations. */
export const readSource = createReading(readArticle)

const viewed = createReading(() => new Map<Article, TranslationView>())

/** A translation beside its source as both are now; `source` comes from `readSource`. Not to be asked within a change. */
export function viewOnce(doc: Y.Doc, source: Article): TranslationView {
  const known = viewed(doc)
  const kept = known.get(source)
  if (kept) return kept
  known.clear()
  const view = viewDocument(doc, source)
  known.set(source, view)
  return view
}

/** The same, laid out anew: for who has changed something this moment. */
export function viewDocument(doc: Y.Doc, source: Article): TranslationView {
  return viewTranslation(source, readTranslation(doc, revisionHash), revisionHash, segmentsOf(source))
}

function translatedArticle(cache: DocumentCache, name: TranslationName, doc: Y.Doc): Article {
  const opened = cache.open(articleDocument(name.article))
  const source = opened.ok ? readSource(opened.value.doc) : undefined
  const view = viewOnce(doc, source ?? { metadata: emptyMetadata, blocks: [] })
  return composedArticle(view, name, source ? revisionHash(revisionBody(source)) : '')
}

/** `above`: the tracks on the way here; two that name each other have no source. */
function trackAsArticle(cache: DocumentCache, doc: Y.Doc, above: readonly string[] = []): Article {
  const track = readTrack(doc)
  const { clip, language, source } = track
  const names = [...above, language]
  if (source === '' || names.includes(source)) return trackArticle(track, '')
  const opened = cache.open(trackDocument({ clip, language: source }))
  if (!opened.ok) return trackArticle(track, '')
  const article = trackAsArticle(cache, opened.value.doc, names)
  return trackArticle(track, revisionHash(revisionBody(article)))
}

function commentsAsArticle(doc: Y.Doc): Article {
  const blocks = readComments(doc).map(({ id, text }) => ({
    id,
    kind: 'paragraph' as const,
    runs: [{ text, marks: {} }],
  }))
  return { metadata: emptyMetadata, blocks }
}

function termbaseAsArticle(doc: Y.Doc): Article {
  const { concepts, people } = readTermbase(doc)
  const blocks = [...concepts, ...people].map((entry) => ({
    id: entry.id,
    kind: 'paragraph' as const,
    runs: [{ text: JSON.stringify(entry), marks: {} }],
  }))
  return { metadata: emptyMetadata, blocks }
}
