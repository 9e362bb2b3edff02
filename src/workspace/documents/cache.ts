import * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ReadHandle } from '../store/database.ts'
import { hasPending } from './border.ts'
import { findDocument, rowsAfter, snapshotOf } from './log.ts'

/** A document in memory. `seq` is the log position that is on disk. */
export type OpenDocument = Readonly<{ id: DocumentId; doc: Y.Doc; seq: number }>

export type DocumentCache = Readonly<{
  open(document: DocumentId): Result<OpenDocument, Failure>
  /** Takes a document that has just been stored whole: reading a long one back costs as much as making it. */
  keep(opened: OpenDocument): void
  /** The copy in memory is doubted or done with: the next `open` builds it from the log. */
  drop(document: DocumentId): void
  /** What the copy in memory holds is on disk up to this position. */
  reached(document: DocumentId, seq: number): void
}>

/**
 * Keeps the documents used last in memory. `beforeLoad` is called so that what waits for its commit is in the
 * log before the log is read.
 */
export function createDocumentCache(
  db: ReadHandle,
  bound: number,
  beforeLoad: (document: DocumentId) => void,
): DocumentCache {
  const kept = new Map<DocumentId, OpenDocument>()

  function drop(document: DocumentId): void {
    kept.get(document)?.doc.destroy()
    kept.delete(document)
  }

  function keep(opened: OpenDocument): void {
    kept.delete(opened.id)
    kept.set(opened.id, opened)
    const [oldest] = kept.keys()
    if (kept.size > bound && oldest !== undefined) drop(oldest)
  }

  return {
    drop,
    keep,
    reached(document, seq) {
      const opened = kept.get(document)
      if (opened && opened.seq < seq) kept.set(document, { ...opened, seq })
    },
    open(document) {
      const known = kept.get(document)
      if (known === undefined) beforeLoad(document)
      const opened = known === undefined ? loadDocument(db, document) : succeed(known)
      if (opened.ok) keep(opened.value)
      return opened
    },
  }
}

/** Builds a document from its rows: the log is the truth, memory is a copy. */
export function loadDocument(db: ReadHandle, document: DocumentId): Result<OpenDocument, Failure> {
  if (findDocument(db, document) === undefined) return fail(failure('document-unknown', { document }))
  const snapshot = snapshotOf(db, document)
  const rows = rowsAfter(db, document, snapshot?.seq ?? 0, Number.MAX_SAFE_INTEGER)
  const updates = [...(snapshot ? [snapshot.bytes] : []), ...rows.map(({ bytes }) => bytes)]
  const built = buildDocument(updates)
  if (!built.ok)
    return fail(
      failure('database-damaged', { path: db.name, detail: `${document}: ${built.failure}`, backup: null }),
    )
  const seq = rows.at(-1)?.seq ?? snapshot?.seq ?? 0
  return succeed({ id: document, doc: built.value, seq })
}

/** A new document from stored updates; the failure says why they do not make a whole one. */
export function buildDocument(updates: readonly Uint8Array[]): Result<Y.Doc, string> {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, 'log')
    })
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
  return hasPending(doc) ? fail('updates are missing') : succeed(doc)
}
