import type { AuthoredRange } from '#domain/authorship.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { JudgedRecord, RecordSetVerdict } from '#domain/record-set.ts'
import type { ReadHandle } from '../store/database.ts'
import { readNewsroom } from './newsroom.ts'
import { isKept } from './receiving.ts'
import { rawRecords } from './record-rows.ts'
import { verifyRecordSet } from './verify-records.ts'

export type RecordsVerdict = Readonly<{
  outcome: 'valid' | 'damaged' | 'intactUnknownSigner'
  records: number
  newsroom: string
  problems: { code: string; file: string; detail: string }[]
}>

/**
 * Checks every stored record from its bytes up to the newsroom's root. Records that a member rightly signed but
 * that do not count are named, and are no damage: they are the evidence that nothing else may delete.
 */
export function verifyWorkspaceRecords(
  db: ReadHandle,
  contributions: (document: DocumentId) => readonly AuthoredRange[],
): RecordsVerdict {
  const newsroom = readNewsroom(db)
  const stored = rawRecords(db)
  const verdict = verifyRecordSet(stored, newsroom?.rootKey ?? null, (document) =>
    contributions(document as DocumentId),
  )
  return {
    outcome: outcomeOf(verdict),
    records: stored.length,
    newsroom: newsroom?.name ?? '',
    problems: verdict.records.flatMap(problemOf),
  }
}

function outcomeOf({ records }: RecordSetVerdict): RecordsVerdict['outcome'] {
  const failed = records.filter((item) => item.verdict.kind !== 'valid')
  if (failed.some((item) => item.verdict.kind === 'invalid' && !isKept(item))) return 'damaged'
  return failed.some((item) => item.verdict.kind === 'unknownSigner') ? 'intactUnknownSigner' : 'valid'
}

function problemOf({ hash, record, verdict, detail }: JudgedRecord): RecordsVerdict['problems'] {
  if (verdict.kind === 'valid') return []
  const about = record && 'document' in record.record ? record.record.document : ''
  return [{ code: verdict.problem, file: hash, detail: detail === '' ? about : detail }]
}
