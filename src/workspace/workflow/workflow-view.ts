import { type Failure, failure } from '#contract/failures.ts'
import type { TimelineEntry, WorkflowView } from '#contract/workflow.ts'
import { sameArticle } from '#domain/article-diff.ts'
import { authorsBetween } from '#domain/authorship.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { isWorkflow, type SignedRecord, type SignedWorkflow } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { verdictOf } from '#domain/trust.ts'
import { approvedReach, type DocumentTrust } from '#domain/workflow.ts'
import type { SignedSubmission, Standing } from '#domain/workflow-standing.ts'
import type { ClientContext } from '../binding/clients.ts'
import type { Services } from '../services.ts'
import { decisionRefusal, submissionRefusal } from './permission.ts'

/** A person by id; those who are gone keep the name their record gives. */
export function personView(services: Services, id: string) {
  return { id, name: services.records.person(id)?.name ?? '' }
}

/** Where a document stands, and what the signed-in profile may do about it. */
export function viewWorkflow(
  services: Services,
  context: ClientContext,
  document: DocumentId,
): Result<WorkflowView, Failure> {
  if (!services.documents.exists(document)) return fail(failure('document-unknown', { document }))
  const trust = services.records.trustOf(document)
  const { standing } = trust
  const submission = openSubmission(standing)
  return succeed({
    document,
    state: standing.state,
    submission: submission ? submissionView(services, submission) : null,
    approvedRevision: standing.approved?.submission.record.revision ?? null,
    changedSinceApproval: changedSinceApproval(services, document, standing),
    authors: authorsNow(services, document, standing).map((id) => personView(services, id)),
    may: {
      submit: submissionRefusal(services, context, document)?.code ?? null,
      approve: decisionRefusal(services, context, document, submission, 'approve')?.code ?? null,
      return: decisionRefusal(services, context, document, submission, 'return')?.code ?? null,
    },
    timeline: timelineOf(services, trust, services.records.ofDocument(document)),
  })
}

/** What waits, or is disputed: the first by hash where there are several; the queue shows all. */
function openSubmission(standing: Standing): SignedSubmission | undefined {
  return standing.waiting[0] ?? standing.disputed[0] ?? standing.rivals[0]
}

/** Who wrote since the last approved text: none of them may approve what comes next. */
export function authorsNow(services: Services, document: DocumentId, standing: Standing): readonly string[] {
  const { documents } = services
  return authorsBetween(
    documents.contributions(document),
    approvedReach(standing),
    documents.reached(document),
  )
}

function submissionView(services: Services, { hash, record }: SignedSubmission) {
  const by = personView(services, record.signer)
  return { record: hash, revision: record.revision, by, at: record.at, note: record.note }
}

/** By content in today's schema, never by hash (DESIGN §4, revision). */
function changedSinceApproval(services: Services, document: DocumentId, standing: Standing): boolean {
  if (!standing.approved) return false
  const approved = services.documents.revision(standing.approved.submission.record.revision)
  const current = services.documents.read(document)
  return !approved.ok || !current.ok || !sameArticle(approved.value, current.value)
}

/** Causes before effects; the signers' clocks only order what knew nothing of each other. */
function timelineOf(
  services: Services,
  trust: DocumentTrust,
  records: readonly SignedRecord[],
): TimelineEntry[] {
  return [...records.filter(isWorkflow)]
    .sort(
      (left, right) => trust.depth(left.hash) - trust.depth(right.hash) || left.record.at - right.record.at,
    )
    .map((item) => entryOf(services, trust, item))
}

function entryOf(services: Services, trust: DocumentTrust, { hash, record }: SignedWorkflow): TimelineEntry {
  const verdict = verdictOf(trust.problem(hash) ?? null)
  return {
    record: hash,
    kind: record.kind,
    by: personView(services, record.signer),
    at: record.at,
    note: record.note,
    revision: 'revision' in record ? record.revision : null,
    paper: record.kind === 'paperApproval' ? { approver: record.approver, scan: record.scan } : null,
    verdict: verdict.kind,
    problem: verdict.kind === 'valid' ? '' : verdict.problem,
  }
}
