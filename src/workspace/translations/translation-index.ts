import { setImmediate as breathe } from 'node:timers/promises'
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
/** Milliseconds of work while a question waits, or the program ends. */
const patience = 200

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
  const { store, documents, records, events, report = printBug } = parts
  const stale = new Set<DocumentId>(behind(parts))
  let timer: NodeJS.Timeout | undefined
  let closed = false

  /** A source's change reaches all its translations; what is no part of a story reaches none. */
  function mark(document: DocumentId | null): void {
    if (document === null) return
    for (const translation of touchedBy(parts, document)) {
      stale.delete(translation)
      stale.add(translation)
    }
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

  function bringIn(wanted: readonly DocumentId[], until = Number.POSITIVE_INFINITY): void {
    const brought: DocumentId[] = []
    for (const document of wanted) {
      if (performance.now() > until) break
      if (project(document)) brought.push(document)
      stale.delete(document)
    }
    if (brought.length > 0) events.emit({ kind: 'translations', documents: brought })
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

  /** What somebody has just written is looked for before what lay there at the start. */
  const newest = () => [...stale].reverse()
  /** Those of one article are few, and all of them are asked for. */
  const until = (article: string | undefined) =>
    article === undefined ? performance.now() + patience : Number.POSITIVE_INFINITY

  if (stale.size > 0) schedule(waits.change)
  const offDocuments = documents.onChange(mark)
  const offRecords = records.onChange(mark)
  return {
    catchUp(article) {
      const wanted = article === undefined ? newest() : newest().filter((each) => storyOf(each) === article)
      if (wanted.length > 0) attempt(() => bringIn(wanted, until(article)))
      if (stale.size > 0) schedule(waits.breath)
    },
    remake(article) {
      store.write((db) => forgetTranslations(db, article))
      bringIn(translationsOf(store.read, article))
    },
    async rebuild() {
      store.write(clearTranslations)
      const all = translationsOf(store.read, null)
      for (const document of all) {
        if (closed) break
        bringIn([document])
        await breathe()
      }
      return all.length
    },
    close() {
      closed = true
      offDocuments()
      offRecords()
      clearTimeout(timer)
      attempt(() => bringIn(newest(), performance.now() + patience))
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
