import * as Y from 'yjs'
import type { Failure } from '#contract/failures.ts'
import { minReader } from '#documents/schema.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

import { findBatch, type Saved, type SentBatch } from './batches.ts'
import { parseUpdates, takeUpdate } from './border.ts'
import type { OpenDocument } from './cache.ts'
import { openSettled, openWritable, type Parts } from './parts.ts'

export type AppendRequest = Readonly<{
  document: DocumentId
  profile: string
  client: string
  batch: string
  updates: readonly Uint8Array[]
  typingIn: string | null
}>

/** Takes updates from a client; settles when they are on disk, or nowhere (SAFE1). */
export async function append(parts: Parts, request: AppendRequest): Promise<Result<Saved, Failure>> {
  const { writer } = parts
  const { document, profile, client, batch, typingIn } = request
  const repeated = savedBefore(parts, request)
  if (repeated) return repeated
  const opened = openWritable(parts, document)
  if (!opened.ok) return opened
  const parsed = parseUpdates(document, request.updates)
  if (!parsed.ok) return parsed
  const { doc } = opened.value
  const taken = takeUpdate(document, doc, parsed.value)
  if (!taken.ok) return doubt(parts, document, taken.failure)
  const refusal = parts.judge(document, doc, typingIn)
  if (refusal) return doubt(parts, document, refusal)
  if (taken.value === null) return nothingNew(parts, document)
  return writer.joinGroup({
    document,
    profile,
    client,
    batch,
    bytes: taken.value,
    minReader: minReader(doc),
  })
}

/** What became of a batch that is here already, or waits for its commit: its repeat is answered the same. */
export function savedBefore(
  { store, writer }: Parts,
  { client, batch }: SentBatch,
): Promise<Result<Saved, Failure>> | undefined {
  const saved = findBatch(store.read, client, batch)
  return saved ? Promise.resolve(succeed(saved)) : writer.waitingBatch(client, batch)
}

/** All of it was there already; what may still wait for its commit is put on disk first, or it is not there. */
function nothingNew(parts: Parts, document: DocumentId): Result<Saved, Failure> {
  const refusal = parts.writer.settle(document)
  if (refusal) return fail(refusal)
  const settled = openSettled(parts, document)
  return settled.ok ? succeed({ seq: settled.value.seq, savedAt: parts.clock.now() }) : settled
}

/** A change that the workspace makes itself; `sent` names what it carries out, for `savedBefore`. */
export async function edit(
  parts: Parts,
  document: DocumentId,
  profile: string,
  change: (doc: Y.Doc) => void,
  sent?: SentBatch,
): Promise<Result<number, Failure>> {
  const opened = openWritable(parts, document)
  if (!opened.ok) return opened
  const { doc } = opened.value
  const bytes = recordEdit(parts, opened.value, change)
  if (bytes === undefined) {
    const settled = nothingNew(parts, document)
    return settled.ok ? succeed(settled.value.seq) : settled
  }
  const refusal = parts.judge(document, doc, null)
  if (refusal) return doubt(parts, document, refusal)
  const { client, batch } = sent ?? { client: '', batch: null }
  const update = { document, profile, client, batch, bytes, minReader: minReader(doc) }
  const saved = await parts.writer.joinGroup(update)
  return saved.ok ? succeed(saved.value.seq) : saved
}

/** What a change did, as one update; undefined when it did nothing. A change that throws leaves nothing behind. */
function recordEdit(
  { cache }: Parts,
  { id, doc }: OpenDocument,
  change: (doc: Y.Doc) => void,
): Uint8Array | undefined {
  const updates: Uint8Array[] = []
  const record = (update: Uint8Array): void => void updates.push(update)
  doc.on('update', record)
  try {
    doc.transact(() => change(doc), 'workspace')
  } catch (error) {
    cache.drop(id)
    throw error
  } finally {
    doc.off('update', record)
  }
  return updates.length > 0 ? Y.mergeUpdates(updates) : undefined
}

/** What was refused may be in the copy in memory: it is built anew from the log. */
function doubt({ cache }: Parts, document: DocumentId, refusal: Failure): Result<never, Failure> {
  cache.drop(document)
  return fail(refusal)
}
