import type { Article } from '#domain/article.ts'
import { articleTitle } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { countChu } from '#domain/counting.ts'
import { articleDocument, type DocumentId, editionOf, storyOf } from '#domain/document-id.ts'
import type { Services } from '../services.ts'
import { printBug, type ReportBug } from '../store/bugs.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { diskFault } from '../store/faults.ts'
import { prepared, preparedColumn } from '../store/statements.ts'
import { positionOf } from './edition-view.ts'

/** How all editions stand, kept up with the documents and records they are made from, for lists and the queue. */
export type EditionIndex = Readonly<{
  /** Before a query: brings in what changed. Throws nothing; what fails is tried again. */
  catchUp(): void
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

/** Milliseconds after a change, and after a fault of the disk. */
const waits = { change: 300, fault: 2000 }

export function createEditionIndex(parts: IndexParts): EditionIndex {
  const { store, documents, records, events, report = printBug } = parts
  const stale = new Set<DocumentId>(
    editionsOf(store.read, null).filter(
      (each) => madeFrom(store.read, each) !== madeFromOf(store.read, each),
    ),
  )
  let timer: NodeJS.Timeout | undefined

  function mark(document: DocumentId | null): void {
    if (document === null) return
    const touched = editionOf(document) ? [document] : ofStory(store.read, document)
    for (const edition of touched) stale.add(edition)
    if (touched.length > 0) timer ??= setTimeout(inBackground, waits.change).unref()
  }

  function inBackground(): void {
    timer = undefined
    bringIn()
  }

  function bringIn(): void {
    const wanted = [...stale]
    const brought = wanted.filter(attempt)
    if (brought.length > 0) events.emit({ kind: 'editions', articles: [...new Set(brought.map(storyOf))] })
  }

  /** One with a bug in it keeps no other out; after a fault of the disk all wait. */
  function attempt(document: DocumentId): boolean {
    try {
      projectOne(parts, document)
      stale.delete(document)
      return true
    } catch (error) {
      if (diskFault(error, '') === undefined) {
        report(error)
        stale.delete(document)
      } else timer ??= setTimeout(inBackground, waits.fault).unref()
      return false
    }
  }

  if (stale.size > 0) timer = setTimeout(inBackground, waits.change).unref()
  const off = [documents.onChange(mark), records.onChange(mark)]
  return {
    catchUp: bringIn,
    remake(article) {
      store.write((db) => forgetEditions(db, article))
      for (const document of editionsOf(store.read, article)) projectOne(parts, document)
    },
    async rebuild() {
      store.write((db) => db.exec('DELETE FROM edition_status'))
      const all = editionsOf(store.read, null)
      for (const document of all) projectOne(parts, document)
      return all.length
    },
    close() {
      for (const stop of off) stop()
      clearTimeout(timer)
      bringIn()
      clearTimeout(timer)
    },
  }
}

/** The editions of one article, or all. */
export function editionsOf(db: ReadHandle, article: string | null): readonly DocumentId[] {
  const prefix = article === null ? 'edition:' : `edition:${article}:`
  return preparedColumn<[string, string], DocumentId>(
    db,
    'SELECT id FROM documents WHERE id >= ? AND id < ? ORDER BY id',
  ).all(prefix, `${prefix.slice(0, -1)};`) as DocumentId[]
}

/** Forgets how the editions of a story stand: a purge took text from it (SEC1). */
export function forgetEditions(db: WriteHandle, article: string): void {
  db.prepare('DELETE FROM edition_status WHERE article = ?').run(article)
}

function ofStory(db: ReadHandle, document: DocumentId): readonly DocumentId[] {
  const inStory = document.startsWith('article:') || document.startsWith('translation:')
  return inStory ? editionsOf(db, storyOf(document)) : []
}

function madeFrom(db: ReadHandle, document: DocumentId): string {
  return [document, articleDocument(storyOf(document))].map((each) => positionOf(db, each)).join(' ')
}

function madeFromOf(db: ReadHandle, document: DocumentId): string | undefined {
  return preparedColumn<[string], string>(db, 'SELECT made_from FROM edition_status WHERE document = ?').get(
    document,
  ) as string | undefined
}

type Row = Readonly<{
  document: string
  article: string
  channel: string
  language: string
  title: string
  section: string
  deadline: string
  words: number
  state: string
  updatedAt: number
  from: string
}>

function projectOne(parts: IndexParts, document: DocumentId): void {
  const { store, documents, records, judgeStamps } = parts
  const name = editionOf(document)
  const current = documents.read(document)
  if (!name || !current.ok) return
  judgeStamps(document, current.value)
  const story = documents.read(articleDocument(name.article))
  const metadata = story.ok ? story.value.metadata : current.value.metadata
  const row: Row = {
    ...name,
    document,
    title: articleTitle(current.value) || (story.ok ? articleTitle(story.value) : ''),
    section: metadata.section,
    deadline: metadata.deadline,
    words: current.value.blocks.reduce((sum, block) => sum + countChu(blockText(block)), 0),
    state: records.workflowStateOf(document).state,
    updatedAt: updatedAt(store.read, document),
    from: madeFrom(store.read, document),
  }
  store.write((db) => putRow(db, row))
}

function putRow(db: WriteHandle, row: Row): void {
  prepared<[Row]>(
    db,
    `INSERT OR REPLACE INTO edition_status
       (document, article, channel, language, title, section, deadline, words, state, updated_at, made_from)
     VALUES (@document, @article, @channel, @language, @title, @section, @deadline, @words, @state, @updatedAt, @from)`,
  ).run(row)
}

function updatedAt(db: ReadHandle, document: string): number {
  return Number(
    preparedColumn<[{ document: string }], number>(
      db,
      `SELECT max(created_at, coalesce((SELECT max(recorded_at) FROM updates WHERE document = @document), 0))
       FROM documents WHERE id = @document`,
    ).get({ document }) ?? 0,
  )
}
