import type { Failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { isMembership, type RecordKind, type SignedRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ReportBug } from '../store/bugs.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { faultOrThrow } from '../store/faults.ts'
import { createListeners } from '../store/listeners.ts'
import type { Store } from '../store/store.ts'
import { documentsSignedBy, insertRecords } from './record-rows.ts'
import type { TrustCache } from './trust-cache.ts'

/** Where records are written, and who is told. */
export type RecordLog = Readonly<{
  /** Stores what is not there yet, in one transaction with `also`, and answers that. */
  insert(
    records: readonly SignedRecord[],
    also?: (db: WriteHandle) => void,
  ): Result<readonly SignedRecord[], Failure>
  /** As `insert`, for records from elsewhere: what rests on their memberships is judged anew. Our own accept all. */
  receive(records: readonly SignedRecord[]): Result<readonly SignedRecord[], Failure>
  /**
   * Told of each document whose records changed, when that is on disk, and of what kinds the new ones are; null:
   * memberships, and so anything, may have changed.
   */
  onChange(listener: (document: DocumentId | null, kinds: ReadonlySet<RecordKind>) => void): () => void
}>

export function createRecordLog(store: Store, trust: TrustCache, reportBug?: ReportBug): RecordLog {
  const listeners = createListeners<[DocumentId | null, ReadonlySet<RecordKind>]>(reportBug)
  const noted = new Map<DocumentId | null, Set<RecordKind>>()
  store.afterCommit(tell)

  /** What a transaction took back is told, too: everybody reads again what is there. */
  function tell(): void {
    const changed = [...noted]
    noted.clear()
    for (const [document] of changed) {
      if (document === null) trust.forgetAll()
      else trust.forgetDocument(document)
    }
    for (const [document, kinds] of changed) listeners.tell(document, kinds)
  }

  function note(document: DocumentId | null, ...kinds: readonly RecordKind[]): void {
    noted.set(document, new Set([...(noted.get(document) ?? []), ...kinds]))
  }

  function write(
    work: (db: WriteHandle) => readonly SignedRecord[],
  ): Result<readonly SignedRecord[], Failure> {
    try {
      return succeed(store.write(work))
    } catch (error) {
      return fail(faultOrThrow(error, store.read.name))
    }
  }

  function insertNoted(db: WriteHandle, records: readonly SignedRecord[]): readonly SignedRecord[] {
    const added = insertRecords(db, records)
    for (const signed of added) note(documentOf(signed), signed.record.kind)
    return added
  }

  return {
    insert: (records, also) =>
      write((db) => {
        if (also) note(null)
        also?.(db)
        return insertNoted(db, records)
      }),
    receive: (records) =>
      write((db) => {
        const added = insertNoted(db, records)
        for (const document of touchedBy(db, added)) note(document)
        return added
      }),
    onChange: listeners.add,
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
