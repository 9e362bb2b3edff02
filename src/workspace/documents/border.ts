import * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

/** Parses updates from outside before any document sees them; several become one. */
export function parseUpdates(
  document: DocumentId,
  updates: readonly Uint8Array[],
): Result<Uint8Array, Failure> {
  try {
    for (const update of updates) refuseSubdocuments(Y.decodeUpdate(update))
    const [first] = updates
    return succeed(updates.length === 1 && first ? first : Y.mergeUpdates([...updates]))
  } catch (error) {
    return invalid(document, error)
  }
}

/**
 * Applies a parsed update. After a failure the document in memory is not to be used any more: a part of the
 * update may be in it. What refers to something the log does not hold ("pending") is refused: stored, it would
 * be text that nobody sees.
 *
 * Answers the update as the document itself emits it, null when it brought nothing new: that is what is stored, so
 * that words which were purged and still come from a machine that slept are not (SEC1).
 */
export function takeUpdate(
  document: DocumentId,
  doc: Y.Doc,
  update: Uint8Array,
): Result<Uint8Array | null, Failure> {
  const emitted: Uint8Array[] = []
  const collect = (part: Uint8Array): void => void emitted.push(part)
  doc.on('update', collect)
  try {
    Y.applyUpdate(doc, update, 'border')
  } catch (error) {
    return invalid(document, error)
  } finally {
    doc.off('update', collect)
  }
  if (hasPending(doc)) return invalid(document, new Error('It builds on updates that are not here'))
  return succeed(emitted.length > 1 ? Y.mergeUpdates(emitted) : (emitted[0] ?? null))
}

/** True when the document waits for something it was never given. */
export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

function refuseSubdocuments({ structs }: ReturnType<typeof Y.decodeUpdate>): void {
  const nested = structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentDoc)
  if (nested) throw new Error('A document inside a document is not ours')
}

function invalid(document: DocumentId, error: unknown): Result<never, Failure> {
  return fail(
    failure('update-invalid', { document, detail: error instanceof Error ? error.message : String(error) }),
  )
}
