import type { Failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { isMembership, type SignedRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ReadHandle, Store, WriteHandle } from '../services.ts'
import { faultOrThrow } from '../store/faults.ts'
import { documentsSignedBy, insertRecords } from './record-rows.ts'
import type { TrustCache } from './trust-cache.ts'

/** Where records are written, and who is told. */
export type RecordLog = Readonly<{
  /** Stores what is not there yet, in one transaction with `also`, and answers that. */
  insert(
    records: readonly SignedRecord[],
    also?: (db: WriteHandle) => void,
  ): Result<readonly SignedRecord[], Failure>
  /** Judges anew what rests on these memberships from elsewhere; our own accept all that is here. */
  reconsider(memberships: readonly SignedRecord[]): void
  /** Told of each document whose records changed; null: memberships, and so anything, may have. */
  onChange(listener: (document: DocumentId | null) => void): () => void
}>

export function createRecordLog(store: Store, trust: TrustCache): RecordLog {
  const listeners = new Set<(document: DocumentId | null) => void>()

  function changed(records: readonly SignedRecord[], everything: boolean): void {
    const documents = new Set(records.map(documentOf))
    if (everything) documents.add(null)
    if (documents.has(null)) trust.forgetAll()
    tell(documents)
  }

  function tell(documents: Iterable<DocumentId | null>): void {
    for (const document of documents) {
      if (document !== null) trust.forgetDocument(document)
      for (const listener of listeners) listener(document)
    }
  }

  function write(
    records: readonly SignedRecord[],
    also?: (db: WriteHandle) => void,
  ): Result<readonly SignedRecord[], Failure> {
    try {
      return succeed(
        store.write((db) => {
          also?.(db)
          return insertRecords(db, records)
        }),
      )
    } catch (error) {
      return fail(faultOrThrow(error, store.read.name))
    }
  }

  return {
    insert(records, also) {
      const added = write(records, also)
      if (added.ok) changed(added.value, also !== undefined)
      return added
    },
    reconsider: (memberships) => tell(new Set(touchedBy(store.read, memberships))),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The documents about which the profiles of these memberships signed something. */
function touchedBy(db: ReadHandle, records: readonly SignedRecord[]): readonly DocumentId[] {
  const profiles = new Set(records.filter(isMembership).map(({ record }) => record.profile))
  return [...profiles].flatMap((profile) => documentsSignedBy(db, profile)) as DocumentId[]
}

export function documentOf({ record }: Pick<SignedRecord, 'record'>): DocumentId | null {
  return 'document' in record ? (record.document as DocumentId) : null
}
