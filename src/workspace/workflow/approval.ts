import type { DocumentId } from '#domain/document-id.ts'
import type { SignedRecord } from '#domain/records.ts'
import type { RecordService } from '../records/record-service.ts'

export type ApprovedRevision = Readonly<{
  revision: string
  /** The submission, its approval and the memberships both rest on, up to the root's; sorted by hash (SAME1). */
  approvalRecords: readonly SignedRecord[]
  /** By the approver's clock. */
  approvedAt: number
}>

/** The text of a document that may be exported now, with all that proves it offline (FLOW2); null without one. */
export function approvedRevision(records: RecordService, document: DocumentId): ApprovedRevision | null {
  const memberships = records.memberships()
  const { approved } = records.trustOf(document).standing
  if (!memberships || !approved) return null
  const { submission, approval } = approved
  const chain = [submission, approval].flatMap((item) => memberships.chain(item))
  const byHash = new Map([submission, approval, ...chain].map((item) => [item.hash, item]))
  return {
    revision: submission.record.revision,
    approvalRecords: [...byHash.values()].sort((left, right) => (left.hash < right.hash ? -1 : 1)),
    approvedAt: approval.record.at,
  }
}
