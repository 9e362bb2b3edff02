import * as Y from 'yjs'
import type { DocumentEvent } from '#contract/documents.ts'
import type { Failure } from '#contract/failures.ts'
import type { RevisionRow } from '#contract/revisions.ts'
import { isReadable } from '#documents/schema.ts'
import type { Article } from '#domain/article.ts'
import type { AuthoredRange } from '#domain/authorship.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { ReportBug } from '../store/bugs.ts'
import type { Clock } from '../store/clock.ts'
import type { WriteHandle } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import type { Saved, SentBatch } from './batches.ts'
import { createDocumentCache, type DocumentCache } from './cache.ts'
import { createChanges } from './changes.ts'
import { contentOf } from './content.ts'
import { contributionsOf, reachedBy } from './contributions.ts'
import { createDocument } from './creation.ts'
import { type AppendRequest, append, edit, savedBefore } from './editing.ts'
import { followDocument } from './follow.ts'
import { allDocuments, findDocument } from './log.ts'
import {
  type IncomingDocument,
  isOutdated,
  type Merge,
  type MergeFailure,
  prepareMerge,
  writeMerge,
} from './merging.ts'
import { type OutgoingDocument, outgoingDocument } from './outgoing.ts'
import { type Judge, openSettled, type Parts } from './parts.ts'
import { replaceDocument } from './replacement.ts'
import { keepRevision } from './revision-keeping.ts'
import { findBody, findRevision } from './revisions.ts'
import { createUpdateWriter, type UpdateWriter } from './update-writer.ts'
import { compactClosed, sweepDocuments } from './upkeep.ts'

export type DocumentOptions = Readonly<{
  store: Store
  clock: Clock
  judge?: Judge
  /** The name of a profile, for the rows of revisions. */
  nameOf?: (profile: string) => string
  /** How many documents stay in memory. */
  keptInMemory?: number
  reportBug?: ReportBug
}>

/** The Yjs documents: log, memory copies, contributions, revisions. */
export type DocumentService = Readonly<{
  exists(document: DocumentId): boolean
  /** Creates a document from its first update; a repeat with the same id changes nothing. */
  create(
    document: DocumentId,
    language: string,
    first: Uint8Array,
    profile: string,
  ): Promise<Result<number, Failure>>
  append(request: AppendRequest): Promise<Result<Saved, Failure>>
  /** Whole state as one update, and the log position it reflects. */
  state(
    document: DocumentId,
  ): Result<Readonly<{ update: Uint8Array; seq: number; readOnly: boolean }>, Failure>
  read(document: DocumentId): Result<Article, Failure>
  /** Looks at the document in memory; `look` must not change it. */
  inspect<Value>(document: DocumentId, look: (doc: Y.Doc) => Value): Result<Value, Failure>
  /** An edit made by the workspace itself (restore, import): durable when it settles. */
  edit(
    document: DocumentId,
    profile: string,
    change: (doc: Y.Doc) => void,
    sent?: SentBatch,
  ): Promise<Result<number, Failure>>
  /** What became of an edit that was sent before; undefined when this is the first time. */
  savedBefore(sent: SentBatch): Promise<Result<Saved, Failure>> | undefined
  follow(document: DocumentId, after: number, signal?: AbortSignal): AsyncGenerator<DocumentEvent>
  contributions(document: DocumentId): readonly AuthoredRange[]
  /** Per device, the highest sequence this document holds. */
  reached(document: DocumentId): Readonly<Record<string, number>>
  /** Stores the content of now as a revision and names the moment. */
  keepRevision(
    id: string,
    document: DocumentId,
    reason: RevisionRow['reason'],
    name: string,
    profile: string,
  ): Result<RevisionRow, Failure>
  /** A stored revision's article by the hash of its canonical JSON. */
  revision(hash: string): Result<Article, Failure>
  revisionBody(hash: string): Result<string, Failure>
  /** Told after every durable change, with the article read anew lazily. */
  onChange(listener: (document: DocumentId) => void): () => void
  close(document: DocumentId): void
  /** Replaces all of a document's rows by one garbage-collected state (a purge's last step). */
  replace(document: DocumentId, state: Uint8Array): Result<number, Failure>
  all(): readonly DocumentId[]
  /** A whole document as it travels: compacted, with what is known of it and who wrote it. */
  outgoing(document: DocumentId): Result<OutgoingDocument, Failure>
  /** Merges a document from elsewhere in memory; see `merging.ts`. */
  prepareMerge<Seen>(
    incoming: IncomingDocument,
    look: (doc: Y.Doc, existed: boolean) => Seen,
  ): Result<Merge<Seen>, MergeFailure>
  isOutdated(merge: Merge<unknown>): boolean
  /** Writes a merge inside the caller's transaction; answers whether anything changed. */
  writeMerge(db: WriteHandle, merge: Merge<unknown>): boolean
  /** Compacts some documents that have lain quiet; answers how many: 0 when there are no more. */
  sweep(): number
}>

export function createDocumentService(options: DocumentOptions): DocumentService {
  const parts = createParts(options)
  const { store, cache, writer, changes } = parts
  return {
    exists: (document) => findDocument(store.read, document) !== undefined,
    all: () => allDocuments(store.read),
    create: (document, language, first, profile) =>
      createDocument(parts, { document, language, first, profile }),
    append: (request) => append(parts, request),
    edit: (document, profile, change, sent) => edit(parts, document, profile, change, sent),
    savedBefore: (sent) => savedBefore(parts, sent),
    state(document) {
      const opened = openSettled(parts, document)
      if (!opened.ok) return opened
      const { doc, seq } = opened.value
      return succeed({ update: Y.encodeStateAsUpdate(doc), seq, readOnly: !isReadable(doc) })
    },
    read(document) {
      const opened = openSettled(parts, document)
      return opened.ok ? succeed(contentOf(cache, document, opened.value.doc)) : opened
    },
    inspect(document, look) {
      const opened = openSettled(parts, document)
      return opened.ok ? succeed(look(opened.value.doc)) : opened
    },
    follow: (document, after, signal) => followDocument(store.read, changes, document, after, signal),
    contributions(document) {
      writer.settle(document)
      return contributionsOf(store.read, document)
    },
    reached(document) {
      writer.settle(document)
      return reachedBy(contributionsOf(store.read, document))
    },
    keepRevision: (id, document, reason, name, profile) =>
      keepRevision(parts, { id, document, reason, name, profile }),
    revision: (hash) => findRevision(store.read, hash),
    revisionBody: (hash) => findBody(store.read, hash),
    onChange: changes.onChange,
    close(document) {
      compactClosed(parts, document)
      cache.drop(document)
    },
    replace: (document, state) => replaceDocument(parts, document, state),
    outgoing: (document) => outgoingDocument(parts, document),
    prepareMerge: (incoming, look) => prepareMerge(parts, incoming, look),
    isOutdated: (merge) => isOutdated(parts, merge),
    writeMerge: (db, merge) => writeMerge(parts, db, merge),
    sweep: () => sweepDocuments(parts),
  }
}

function createParts(options: DocumentOptions): Parts {
  const { store, clock, judge = () => null, nameOf = () => '', keptInMemory = 48 } = options
  const changes = createChanges(options.reportBug)
  const cache: DocumentCache = createDocumentCache(store.read, keptInMemory, (document) =>
    writer.settle(document),
  )
  const writer: UpdateWriter = createUpdateWriter(
    store,
    clock,
    (document, { seq }) => {
      cache.reached(document, seq)
      changes.note(document)
    },
    cache.drop,
  )
  store.afterCommit(changes.tell)
  return { store, clock, cache, writer, changes, judge, nameOf, unswept: new Set() }
}
