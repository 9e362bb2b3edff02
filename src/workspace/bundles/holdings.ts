import type { DocumentId } from '#domain/document-id.ts'
import { lastSeq } from '../documents/log.ts'
import type { ReadHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'
import type { BundleServices } from './bundle-services.ts'
import { membershipsOf } from './collecting.ts'
import { holdingDigest, recordsDigest } from './hashing.ts'
import { memoryDigest, memoryHolding } from './memory-edits.ts'

/** The newsroom's memberships, told of beside the documents. */
export const newsroomHolding = 'newsroom'

type Services = Pick<BundleServices, 'documents' | 'records' | 'store'>

/** What this machine holds of a document now; undefined when it does not have it, or cannot read it. */
export function holdingOf(services: Services, document: string): string | undefined {
  if (document === newsroomHolding) return recordsDigest(membershipsOf(services))
  if (document === memoryHolding) return memoryDigest(services)
  const { documents, records, store } = services
  const id = document as DocumentId
  if (!documents.exists(id)) return undefined
  const madeFrom = `${lastSeq(store.read, id)}:${lastRecord(store.read, id)}`
  const known = prepared<[string], { madeFrom: string; digest: string }>(
    store.read,
    'SELECT made_from AS madeFrom, digest FROM holdings WHERE document = ?',
  ).get(document)
  if (known?.madeFrom === madeFrom) return known.digest
  const outgoing = documents.outgoing(id)
  if (!outgoing.ok) return undefined
  const digest = holdingDigest(outgoing.value.digest, recordsDigest(records.ofDocument(id)))
  // Only kept so that it need not be worked out again: whether it gets to the disk decides nothing.
  const kept = store.writeGrouped((db) =>
    prepared<[string, string, string]>(
      db,
      `INSERT INTO holdings (document, made_from, digest) VALUES (?, ?, ?)
       ON CONFLICT (document) DO UPDATE SET made_from = excluded.made_from, digest = excluded.digest`,
    ).run(document, madeFrom, digest),
  )
  kept.catch(() => undefined)
  return digest
}

function lastRecord(db: ReadHandle, document: DocumentId): number {
  const row = prepared<[string], { seq: number }>(
    db,
    'SELECT coalesce(max(seq), 0) AS seq FROM records WHERE document = ?',
  ).get(document)
  return row?.seq ?? 0
}
