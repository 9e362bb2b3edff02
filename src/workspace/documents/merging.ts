import { uuidv7 } from 'uuidv7'
import * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import { readArticle } from '#documents/article.ts'
import { documentSchema, minReader } from '#documents/schema.ts'
import type { Article } from '#domain/article.ts'
import type { AuthoredRange as Contribution } from '#domain/authorship.ts'
import { mergeContributions } from '#domain/contribution-merging.ts'
import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { WriteHandle } from '../store/database.ts'
import { parseUpdates, takeUpdate } from './border.ts'
import { loadDocument } from './cache.ts'
import { contributionsOf, putContribution } from './contributions.ts'
import { findDocument, insertDocument, lastSeq } from './log.ts'
import type { Parts } from './parts.ts'
import { insertVersion, isKept } from './revisions.ts'
import { stateDigest } from './state-digest.ts'

/** A whole document from another workspace, compacted. */
export type IncomingDocument = Readonly<{
  id: DocumentId
  language: string
  createdAt: number
  createdBy: string
  state: Uint8Array
  contributions: readonly Contribution[]
}>

/** An incoming document merged with the copy that is here, in memory; nothing is written yet. */
export type Merge<Seen> = Readonly<{
  incoming: Omit<IncomingDocument, 'state'>
  existed: boolean
  /** The log position it was merged onto: after another change the merge is made anew. */
  seq: number
  /** The update that the copy here emitted; null when all of it was here. What was purged here is not in it (SEC1). */
  bytes: Uint8Array | null
  /** True when the copy that is here holds something that the incoming one does not. */
  ahead: boolean
  minReader: number
  contributions: readonly Contribution[]
  digest: string
  /** The text of before, where both sides had written: kept as a version. */
  before: Article | null
  seen: Seen
}>

export type MergeFailure = Failure | Readonly<{ code: 'contradiction'; device: string }>

/** Merges in memory, onto a copy that nobody else has. `look` sees the merged document before it is let go. */
export function prepareMerge<Seen>(
  parts: Parts,
  incoming: IncomingDocument,
  look: (doc: Y.Doc, existed: boolean) => Seen,
): Result<Merge<Seen>, MergeFailure> {
  const { store, writer } = parts
  const { id, state, ...facts } = incoming
  const parsed = parseUpdates(id, [state])
  if (!parsed.ok) return parsed
  writer.settle(id)
  const existed = findDocument(store.read, id) !== undefined
  const loaded = existed ? loadDocument(store.read, id) : succeed({ doc: new Y.Doc(), seq: 0 })
  if (!loaded.ok) return loaded
  const { doc } = loaded.value
  try {
    const ahead = existed && holdsMore(doc, parsed.value)
    const before = ahead && articleIdOf(id) !== undefined ? readArticle(doc) : null
    const taken = takeUpdate(id, doc, parsed.value)
    if (!taken.ok) return taken
    const needs = minReader(doc)
    if (needs > documentSchema)
      return fail(failure('document-newer', { document: id, found: needs, supported: documentSchema }))
    const known = contributionsOf(store.read, id)
    const contributions = mergeContributions(known, facts.contributions, store.device)
    if (!contributions.ok) return fail({ code: 'contradiction', device: contributions.failure })
    return succeed({
      incoming: { id, ...facts },
      existed,
      seq: loaded.value.seq,
      bytes: existed ? taken.value : parsed.value,
      ahead,
      minReader: needs,
      contributions: contributions.value,
      digest: stateDigest(doc),
      before: taken.value === null ? null : before,
      seen: look(doc, existed),
    })
  } finally {
    doc.destroy()
  }
}

/** True when a merge was made onto what is no longer the newest. The caller has flushed the store. */
export function isOutdated({ store }: Parts, { incoming, seq, existed }: Merge<unknown>): boolean {
  return (
    lastSeq(store.read, incoming.id) !== seq ||
    (findDocument(store.read, incoming.id) !== undefined) !== existed
  )
}

/**
 * Writes a merge inside the caller's transaction; answers whether anything changed. The row is of this device and of
 * nobody: who wrote is in the contributions, which are written with it.
 */
export function writeMerge(parts: Parts, db: WriteHandle, merge: Merge<unknown>): boolean {
  const { cache, writer, changes, clock } = parts
  const { incoming, existed, bytes, before } = merge
  const { id, language, createdAt, createdBy } = incoming
  const known = new Set(contributionsOf(db, id).map(keyOf))
  const fresh = merge.contributions.filter((range) => !known.has(keyOf(range)))
  if (existed && bytes === null && fresh.length === 0) return false
  if (!existed) insertDocument(db, { id, language, at: createdAt, profile: createdBy })
  if (before !== null && !isKept(db, id, before)) {
    const version = {
      id: uuidv7(),
      document: id,
      at: clock.now(),
      profile: '',
      reason: 'automatic',
      name: '',
    } as const
    insertVersion(db, version, before)
  }
  if (bytes !== null) writer.take(db, { document: id, bytes, minReader: merge.minReader })
  for (const range of fresh) putContribution(db, id, range)
  cache.drop(id)
  changes.note(id)
  return true
}

function keyOf({ device, firstSequence, lastSequence, profile }: Contribution): string {
  return JSON.stringify([device, firstSequence, lastSequence, profile])
}

/** True when a document has seen changes that an update does not hold. */
function holdsMore(doc: Y.Doc, update: Uint8Array): boolean {
  const theirs = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update))
  const ours = Y.decodeStateVector(Y.encodeStateVector(doc))
  return [...ours].some(([client, clock]) => clock > (theirs.get(client) ?? 0))
}
