import * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import type { AuthoredRange as Contribution } from '#domain/authorship.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { hasPending } from './border.ts'
import { contributionsOf } from './contributions.ts'
import { type DocumentFacts, factsOf } from './log.ts'
import { openSettled, type Parts } from './parts.ts'
import { stateDigest } from './state-digest.ts'

/** A whole document as it leaves: its state as one update (Yjs v1), and the digest of what that holds. */
export type OutgoingDocument = DocumentFacts &
  Readonly<{ id: DocumentId; state: Uint8Array; digest: string; contributions: readonly Contribution[] }>

/** One that waits for something it was never given does not travel: elsewhere it would be text that nobody sees. */
export function outgoingDocument(parts: Parts, document: DocumentId): Result<OutgoingDocument, Failure> {
  const opened = openSettled(parts, document)
  if (!opened.ok) return opened
  const { doc } = opened.value
  const facts = factsOf(parts.store.read, document)
  if (!facts) return fail(failure('document-unknown', { document }))
  if (hasPending(doc)) return fail(failure('update-invalid', { document, detail: 'updates are missing' }))
  return succeed({
    ...facts,
    id: document,
    state: Y.encodeStateAsUpdate(doc),
    digest: stateDigest(doc),
    contributions: contributionsOf(parts.store.read, document),
  })
}
