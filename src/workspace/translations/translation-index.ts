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
import type { Services } from '../services.ts'
import { printBug, type ReportBug } from '../store/bugs.ts'
import { diskFault } from '../store/faults.ts'
import { madeFrom, translationsOf } from './positions.ts'
import { clearTranslations, forgetTranslations, madeFromOf, projectTranslation } from './projection.ts'
import { summarize } from './summary.ts'

/** Milliseconds: after a change; between two translations, so that typing is answered; after a fault of the disk. */
const waits = { change: 300, breath: 1, fault: 2000 }

/** How all translations stand, kept up with the documents and records they are made from (FLOW1). */
export type TranslationIndex = Readonly<{
  /** Before a query: brings in those of an article, or all that changed. */
  catchUp(article?: string): void
  /** Makes those of an article anew, so that nothing of how they stood stays. Throws when the disk fails. */
  remake(article: string): void
  /** Makes everything again; answers how many there are. */
  rebuild(): Promise<number>
  close(): void
}>

type IndexParts = Pick<Services, 'store' | 'documents' | 'records' | 'events'> &
  Readonly<{
    /** Judges stamps in what changed (SEC1); true holds it back. */
    judgeStamps: (document: DocumentId, article: Article) => boolean
    report?: ReportBug | undefined
  }>

export function createTranslationIndex(parts: IndexParts): TranslationIndex {
  const { store, documents, records, events, report = printBug } = parts
  const stale = new Set<DocumentId>(behind(parts))
  let timer: NodeJS.Timeout | undefined

  /** A source's change reaches all its translations; what is no part of a story reaches none. */
  function mark(document: DocumentId | null): void {
    if (document === null) return
    for (const translation of touchedBy(parts, document)) stale.add(translation)
    if (stale.size > 0) schedule(waits.change)
  }

  function schedule(wait: number): void {
    timer ??= setTimeout(inBackground, wait)
    timer.unref()
  }

  function inBackground(): void {
    timer = undefined
    const [next] = stale
    if (next !== undefined) attempt(() => bringIn([next]))
    if (stale.size > 0) schedule(waits.breath)
  }

  function attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      schedule(waits.fault)
      if (diskFault(error, '') === undefined) report(error)
    }
  }

  function bringIn(wanted: readonly DocumentId[]): void {
    const brought = wanted.filter((document) => {
      const done = project(document)
      stale.delete(document)
      return done
    })
    if (brought.length > 0) events.emit({ kind: 'translations', documents: [...brought] })
  }

  /** One with a bug in it keeps no other out; a fault of the disk stops them all. */
  function project(document: DocumentId): boolean {
    try {
      return projectOne(parts, document)
    } catch (error) {
      if (diskFault(error, '') !== undefined) throw error
      report(error)
      return false
    }
  }

  if (stale.size > 0) schedule(waits.change)
  const offDocuments = documents.onChange(mark)
  const offRecords = records.onChange(mark)
  return {
    catchUp(article) {
      const wanted = [...stale].filter((document) => article === undefined || storyOf(document) === article)
      if (wanted.length > 0) attempt(() => bringIn(wanted))
    },
    remake(article) {
      store.write((db) => forgetTranslations(db, article))
      bringIn(translationsOf(store.read, article))
    },
    async rebuild() {
      store.write(clearTranslations)
      const all = translationsOf(store.read, null)
      bringIn(all)
      return all.length
    },
    close() {
      offDocuments()
      offRecords()
      clearTimeout(timer)
      attempt(() => bringIn([...stale]))
      clearTimeout(timer)
    },
  }
}

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
