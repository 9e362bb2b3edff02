import type * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import { judgedPartsOf } from './judged-parts.ts'

/** A new document is judged whole before anything holds it: the failure refuses it (SEC1). */
export function judgeNewDocument(document: DocumentId, doc: Y.Doc): Failure | null {
  for (const { id, text } of judgedPartsOf(document, doc)) {
    const stamp = findStamp(text)
    if (stamp) return failure('secret-stamp', { where: id, ...stamp })
  }
  return null
}
