import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import type { RecordKind } from '#domain/records.ts'
import type { Services } from '../services.ts'
import { printBug, type ReportBug } from '../store/bugs.ts'
import type { WriteHandle } from '../store/database.ts'
import { diskFault } from '../store/faults.ts'
import { behindLog, isReachNoted, noteAllProjected, noteProjected } from './projected.ts'
import { clearArticles, projectArticle } from './projection.ts'
import { type Judging, type StandingArticle, standingOf } from './standing.ts'

/** Milliseconds: after a change; between batches, so that typing is answered; after a fault of the disk. */
const waits = { change: 300, breath: 1, fault: 2000 }
/** Articles brought in by one transaction. */
const batchSize = 50
/** Milliseconds of reading before what was read is written: in the background, and while a query waits. */
const patience = { background: 40, query: 200 }
/** Milliseconds between two words of what was brought in, while there is more. */
const rhythm = 1000

/** The list and the full text of all articles, kept up with the log and the records. */
export type ArticleIndex = Readonly<{
  /**
   * Before a query: brings in `wanted` and the newest changes, a batch at most, so that who wrote reads what was
   * written. What is left comes in in the background and is told of by `articles`. While the disk fails, the
   * query is served from what is there.
   */
  catchUp(wanted?: DocumentId): void
  /** Brings in one article now, or throws. */
  project(document: DocumentId): void
  /** Makes everything again from documents and records, in the background; answers how many articles there are. */
  rebuild(): Promise<number>
  /** Brings in a last batch and stops; the next start finds the rest. */
  close(): void
}>

type IndexParts = Pick<Services, 'store' | 'documents' | 'records' | 'events'> &
  Omit<Judging, 'documents'> &
  Readonly<{ report?: ReportBug | undefined }>

export function createArticleIndex(parts: IndexParts): ArticleIndex {
  const { store, documents, records, report = printBug } = parts
  const stale = new Set<DocumentId>(behindLog(store.read))
  const bringIn = createBatches(parts, stale)
  const waiting = new Set<PromiseWithResolvers<void>>()
  let timer: NodeJS.Timeout | undefined

  function mark(document: DocumentId | null): void {
    if (document === null || articleIdOf(document) === undefined) return
    stale.delete(document)
    stale.add(document)
    schedule(waits.change)
  }

  /** That a package was made changes nothing of a row; a document without new records is judged anew. */
  function markRecords(document: DocumentId | null, kinds: ReadonlySet<RecordKind>): void {
    if (kinds.size !== 1 || !kinds.has('package')) mark(document)
  }

  function schedule(wait: number): void {
    timer ??= setTimeout(inBackground, wait)
  }

  function inBackground(): void {
    timer = undefined
    attempt(() => bringIn(newestFirst(stale), patience.background))
    if (stale.size > 0) schedule(waits.breath)
    else settle()
  }

  function settle(): void {
    for (const { resolve } of waiting) resolve()
    waiting.clear()
  }

  /** The store says itself that it fails; what waits is tried again until it works. */
  function attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      schedule(waits.fault)
      giveUp(error)
      if (diskFault(error, '') === undefined) report(error)
    }
  }

  function giveUp(reason: unknown): void {
    for (const { reject } of waiting) reject(reason)
    waiting.clear()
  }

  /** Settles when nothing is stale any more. */
  function caughtUp(): Promise<void> {
    const done = Promise.withResolvers<void>()
    waiting.add(done)
    clearTimeout(timer)
    timer = setTimeout(inBackground, waits.breath)
    return done.promise
  }

  if (stale.size > 0) schedule(waits.change)
  else if (!isReachNoted(store.read)) attempt(() => store.write(noteAllProjected))
  const offDocuments = documents.onChange(mark)
  const offRecords = records.onChange(markRecords)
  return {
    catchUp(wanted) {
      const first = wanted !== undefined && stale.has(wanted) ? [wanted] : []
      if (stale.size > 0) attempt(() => bringIn([...first, ...newestFirst(stale)], patience.query))
    },
    project(document) {
      mark(document)
      if (bringIn([document], patience.query) === 0) throw new Error(`${document} could not be brought in`)
    },
    async rebuild() {
      store.write(clearArticles)
      const all = behindLog(store.read)
      for (const document of all) stale.add(document)
      await caughtUp()
      return all.length
    },
    close() {
      offDocuments()
      offRecords()
      attempt(() => bringIn(newestFirst(stale), patience.query))
      clearTimeout(timer)
      giveUp(new DOMException('The workspace is closed', 'AbortError'))
    },
  }
}

/** What somebody has just written is looked for before what lay there at the start. */
function newestFirst(stale: ReadonlySet<DocumentId>): readonly DocumentId[] {
  return [...stale].reverse()
}

function bringInOne(db: WriteHandle, { document, article, standing }: StandingArticle): DocumentId {
  projectArticle(db, document, article, standing)
  noteProjected(db, document)
  return document
}

/** Brings in a batch and takes it out of `stale`; what a fault of the disk keeps out stays. Answers how many came in. */
function createBatches(
  parts: IndexParts,
  stale: Set<DocumentId>,
): (queue: readonly DocumentId[], time: number) => number {
  const { store, events, report = printBug } = parts
  const brought = new Set<string>()
  let toldAt = 0
  /** Something could not be brought in: the next start tries it again. */
  let missing = false

  function read(queue: readonly DocumentId[], time: number): readonly StandingArticle[] {
    const until = performance.now() + time
    const articles: StandingArticle[] = []
    for (const document of queue.slice(0, batchSize)) {
      if (articles.length > 0 && performance.now() > until) break
      const article = apart(() => standingOf(parts, document))
      if (article) articles.push(article)
      else giveUpOn(document)
    }
    return articles
  }

  /** One article with a bug in it keeps no other out of the list; a fault of the disk stops them all. */
  function apart<Value>(work: () => Value): Value | undefined {
    try {
      return work()
    } catch (error) {
      if (diskFault(error, '') !== undefined) throw error
      report(error)
      return undefined
    }
  }

  function giveUpOn(document: DocumentId): void {
    stale.delete(document)
    missing = true
  }

  /** When these are all that was left to bring in, the rows say all there is. */
  function noteReach(db: WriteHandle, articles: readonly StandingArticle[]): void {
    if (missing || stale.size > articles.length) return
    const left = new Set(stale)
    for (const { document } of articles) left.delete(document)
    if (left.size === 0) noteAllProjected(db)
  }

  function write(articles: readonly StandingArticle[]): readonly DocumentId[] {
    return store.write((all) => {
      const written = articles.flatMap((each) => apart(() => store.write((db) => bringInOne(db, each))) ?? [])
      if (written.length < articles.length) missing = true
      noteReach(all, articles)
      return written
    })
  }

  function tell(): void {
    if (brought.size === 0 || (stale.size > 0 && performance.now() < toldAt + rhythm)) return
    toldAt = performance.now()
    events.emit({ kind: 'articles', ids: [...brought] })
    brought.clear()
  }

  return (queue: readonly DocumentId[], time: number): number => {
    const articles = read(queue, time)
    const written = articles.length > 0 ? write(articles) : []
    for (const { document } of articles) stale.delete(document)
    for (const document of written) brought.add(document.slice('article:'.length))
    tell()
    return written.length
  }
}
