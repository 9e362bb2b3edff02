import type * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import { documentSchema, isReadable, minReader } from '#documents/schema.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result } from '#domain/result.ts'
import type { Clock } from '../store/clock.ts'
import type { Store } from '../store/store.ts'
import type { DocumentCache, OpenDocument } from './cache.ts'
import type { Changes } from './changes.ts'
import type { UpdateWriter } from './update-writer.ts'

/**
 * Judges a document that holds a new update, before the update is stored (SEC1). A failure refuses the update.
 * `typingIn` is the block that is still being typed.
 */
export type Judge = (document: DocumentId, doc: Y.Doc, typingIn: string | null) => Failure | null

/** What the operations on documents share. */
export type Parts = Readonly<{
  store: Store
  clock: Clock
  cache: DocumentCache
  writer: UpdateWriter
  changes: Changes
  judge: Judge
  nameOf: (profile: string) => string
  /** Documents that could not be compacted: the sweep does not try them again in this process. */
  unswept: Set<DocumentId>
}>

/** The document as it is on disk: what waits for its commit is committed first. */
export function openSettled({ writer, cache }: Parts, document: DocumentId): Result<OpenDocument, Failure> {
  writer.settle(document)
  return cache.open(document)
}

/** Only a document that this program understands is written. */
export function openWritable({ cache }: Parts, document: DocumentId): Result<OpenDocument, Failure> {
  const opened = cache.open(document)
  if (!opened.ok || isReadable(opened.value.doc)) return opened
  const found = minReader(opened.value.doc)
  return fail(failure('document-newer', { document, found, supported: documentSchema }))
}
