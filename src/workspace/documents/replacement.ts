import * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { faultOrThrow } from '../store/faults.ts'
import { parseUpdates, takeUpdate } from './border.ts'
import { findDocument } from './log.ts'
import type { Parts } from './parts.ts'

/** Puts one state in the place of all that was logged of a document (a purge, SEC1). */
export function replaceDocument(
  parts: Parts,
  document: DocumentId,
  state: Uint8Array,
): Result<number, Failure> {
  const { store, writer, cache, changes } = parts
  if (!findDocument(store.read, document)) return fail(failure('document-unknown', { document }))
  const parsed = parseUpdates(document, [state])
  if (!parsed.ok) return parsed
  const taken = takeUpdate(document, new Y.Doc(), parsed.value)
  if (!taken.ok) return taken
  try {
    writer.settle(document)
    cache.drop(document)
    const seq = store.write((db) => writer.replace(db, document, parsed.value))
    changes.note(document)
    changes.tell()
    return succeed(seq)
  } catch (error) {
    return fail(faultOrThrow(error, store.read.name))
  }
}
