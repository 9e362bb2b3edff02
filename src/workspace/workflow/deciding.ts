import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { isWorkflow, type NewsroomRecord, type RecordBase } from '#domain/records.ts'
import { fail, type Result } from '#domain/result.ts'
import { isInvolved } from '#domain/workflow.ts'
import { isSubmission, type SignedSubmission } from '#domain/workflow-standing.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { decisionRefusal } from './permission.ts'

type Decision = Readonly<{ id: string; submission: string; note: string }>
type Common = RecordBase &
  Readonly<{ document: string; submission: string; note: string; answers: readonly string[] }>
type Outcome = Result<DocumentId, Failure>

/** Approves exactly the revision that was submitted; what was written since is not part of it. */
export function approveSubmission(services: Services, context: ClientContext, decision: Decision): Outcome {
  return decide(services, context, decision, 'approve', (common, { record }) => ({
    ...common,
    kind: 'approval',
    revision: record.revision,
  }))
}

export function returnSubmission(services: Services, context: ClientContext, decision: Decision): Outcome {
  return decide(services, context, decision, 'return', (common) => ({ ...common, kind: 'return' }))
}

/** Records that someone approved on paper; the scan must be at hand, and who records it is no author either. */
export function approveOnPaper(
  services: Services,
  context: ClientContext,
  decision: Decision & Readonly<{ scan: string; approver: string }>,
): Outcome {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const scan = services.assets.find(decision.scan)
  if (!scan.ok) return scan
  const approver = decision.approver.normalize('NFC')
  return decide(services, context, decision, 'approve', (common, { record }) => ({
    ...common,
    kind: 'paperApproval',
    revision: record.revision,
    scan: decision.scan,
    approver,
  }))
}

/** Its sender or an author takes a submission back. */
export function recallSubmission(services: Services, context: ClientContext, decision: Decision): Outcome {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const submission = findSubmission(services, decision.submission)
  if (!submission.ok) return submission
  if (!isInvolved(person.value.id, submission.value))
    return fail(failure('role-missing', { needs: ['author'] }))
  return signAnswer(services, person.value.id, decision, submission.value, (common) => ({
    ...common,
    kind: 'recall',
  }))
}

type Build = (common: Common, submission: SignedSubmission) => NewsroomRecord

function decide(
  services: Services,
  context: ClientContext,
  decision: Decision,
  action: 'approve' | 'return',
  build: Build,
): Outcome {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const submission = findSubmission(services, decision.submission)
  if (!submission.ok) return submission
  const document = submission.value.record.document as DocumentId
  const repeated = services.records
    .ofDocument(document)
    .some(({ record }) => record.id === decision.id && record.signer === person.value.id)
  // who wrote is asked of the log again: an answer rests on it
  services.records.contributionsChanged(document)
  const text = services.documents.revision(submission.value.record.revision)
  if (!text.ok) return text
  const refusal = repeated
    ? undefined
    : decisionRefusal(services, context, document, submission.value, action)
  if (refusal) return fail(refusal)
  return signAnswer(services, person.value.id, decision, submission.value, build)
}

function findSubmission(services: Services, hash: string): Result<SignedSubmission, Failure> {
  const found = services.records.byHash(hash)
  if (found && isWorkflow(found) && isSubmission(found)) return { ok: true, value: found }
  return fail(failure('not-found', { what: hash }))
}

function signAnswer(
  { records }: Services,
  profile: string,
  decision: Decision,
  submission: SignedSubmission,
  build: Build,
): Outcome {
  const document = submission.record.document as DocumentId
  const common = {
    ...records.base(profile, decision.id),
    document,
    submission: submission.hash,
    note: decision.note.normalize('NFC'),
    answers: records.heads(document),
  }
  const signed = records.sign(profile, build(common, submission))
  return signed.ok ? { ok: true, value: document } : signed
}
