import type { QueueItem } from '#contract/workflow.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { isWorkflow, type SignedWorkflow } from '#domain/records.ts'
import { isSubmission, type SignedSubmission } from '#domain/workflow-standing.ts'
import type { RecordService } from '../records/record-service.ts'

/** What a submission is compared with, and how often the text was sent until then. */
export type Basis = Readonly<{ kind: QueueItem['basis']; revision: string | null; round: number }>

/**
 * The text approved when it was sent; without one, the text of the nearest return that it knew, so that an
 * approver sees what was done about the note.
 */
export function basisOf(records: RecordService, submission: SignedSubmission): Basis {
  const before = recordsBefore(records, submission)
  const round = before.filter(isSubmission).length + 1
  const document = submission.record.document as DocumentId
  const { approved } = records.trustOf(document).foundBy(submission.hash)
  if (approved) return { kind: 'approved', revision: approved.submission.record.revision, round }
  const returned = before.find(({ record }) => record.kind === 'return')
  const former = returned?.record.kind === 'return' ? records.byHash(returned.record.submission) : undefined
  if (former && isWorkflow(former) && isSubmission(former)) {
    return { kind: 'returned', revision: former.record.revision, round }
  }
  return { kind: 'nothing', revision: null, round }
}

/** The records of the same document that it answers, directly or not, the nearest first. */
function recordsBefore(records: RecordService, submission: SignedSubmission): readonly SignedWorkflow[] {
  const seen = new Set<string>()
  const found: SignedWorkflow[] = []
  let layer: readonly string[] = submission.record.answers
  while (layer.length > 0) {
    const fresh = layer.filter((hash) => !seen.has(hash))
    for (const hash of fresh) seen.add(hash)
    const known = fresh.flatMap((hash) => {
      const record = records.byHash(hash)
      return record && isWorkflow(record) ? [record] : []
    })
    found.push(...known)
    layer = known.flatMap(({ record }) => record.answers)
  }
  return found
}
