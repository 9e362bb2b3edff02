import type { Article } from '#domain/article.ts'
import {
  commentedTranslation,
  type DocumentId,
  storyOf,
  translationDocument,
  translationOf,
} from '#domain/document-id.ts'
import { composedArticle } from '#domain/translation/composed-article.ts'
import { openTranslation } from '../documents/opened-translation.ts'
import { createStandingIndex } from '../documents/standing-index.ts'
import type { Services } from '../services.ts'
import type { ReportBug } from '../store/bugs.ts'
import { madeFrom, translationsOf } from './positions.ts'
import { clearTranslations, forgetTranslations, madeFromOf, projectTranslation } from './projection.ts'
import { summarize } from './summary.ts'

/** How all translations stand, kept up with the documents and records they are made from (FLOW1). */
export type TranslationIndex = Readonly<{
  /**
   * Before a query: brings in those of an article, or the newest that changed. What is left comes in in the background
   * and is told of by `translations`.
   */
  catchUp(article?: string): void
  /** Makes those of an article anew, so that nothing of how they stood stays. Throws when the disk fails. */
  remake(article: string): void
  /** Makes everything again, one after another, so that typing is answered; answers how many there are. */
  rebuild(): Promise<number>
  /** Brings in what takes a moment and stops; the next start finds the rest. */
  close(): void
}>

type IndexParts = Pick<Services, 'store' | 'documents' | 'records' | 'events'> &
  Readonly<{
    /** Judges stamps in what changed (SEC1); true holds it back. */
    judgeStamps: (document: DocumentId, article: Article) => boolean
    report?: ReportBug | undefined
  }>

export function createTranslationIndex(parts: IndexParts): TranslationIndex {
  const { store, documents, records, events, report } = parts
  const index = createStandingIndex({
    onDocuments: documents.onChange,
    onRecords: records.onChange,
    behind: () => behind(parts),
    touchedBy: (document) => touchedBy(parts, document),
    project: (document) => projectOne(parts, document),
    tell: (brought) => events.emit({ kind: 'translations', documents: [...brought] }),
    report,
  })
  return {
    catchUp: (article) =>
      index.catchUp(article === undefined ? undefined : (each) => storyOf(each) === article),
    remake(article) {
      store.write((db) => forgetTranslations(db, article))
      index.bringIn(translationsOf(store.read, article))
    },
    async rebuild() {
      store.write(clearTranslations)
      const all = translationsOf(store.read, null)
      await index.bringInSlowly(all)
      return all.length
    },
    close: index.close,
  }
}

/** A source's change reaches all its translations; what is no part of a story reaches none. */
function touchedBy({ store }: IndexParts, document: DocumentId): readonly DocumentId[] {
  if (translationOf(document)) return [document]
  const commented = commentedTranslation(document)
  if (commented) return [translationDocument(commented)]
  return document.startsWith('article:') ? translationsOf(store.read, storyOf(document)) : []
}

/** What a crash, or a program without translations, left behind. */
function behind({ store }: IndexParts): readonly DocumentId[] {
  return translationsOf(store.read, null).filter((document) => {
    const name = translationOf(document)
    return name && madeFrom(store.read, document, name).text !== madeFromOf(store.read, document)
  })
}

function projectOne(parts: IndexParts, document: DocumentId): boolean {
  const opened = openTranslation(parts, document)
  if (!opened.ok) return false
  const { view, name } = opened.value
  const current = composedArticle(view, name, '')
  parts.judgeStamps(document, current)
  const summary = summarize(parts, opened.value, current)
  const from = madeFrom(parts.store.read, document, name).text
  parts.store.write((db) => projectTranslation(db, opened.value, current, summary, from))
  return true
}
