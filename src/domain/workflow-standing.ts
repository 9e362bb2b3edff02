import { latest, type RecordGraph } from './record-graph.ts'
import type { Signed, SignedWorkflow, SubmissionRecord } from './records.ts'
import type { WorkflowState } from './workflow-state.ts'

export type SignedSubmission = Signed<SubmissionRecord>
type Outcome = 'waiting' | 'approved' | 'returned' | 'recalled' | 'disputed'

/** Where a document stands by a set of its counting records. Lists are sorted by hash. */
export type Standing = Readonly<{
  state: WorkflowState
  /** Submissions without an answer. */
  waiting: readonly SignedSubmission[]
  /** Submissions whose answers contradict each other. */
  disputed: readonly SignedSubmission[]
  /** Submissions that were each approved without knowing of the other. */
  rivals: readonly SignedSubmission[]
  /** The text that may be exported (FLOW2): the last one approved that nothing contradicts. */
  approved: Readonly<{ submission: SignedSubmission; approval: SignedWorkflow }> | null
}>

/**
 * Reads the standing off a set closed under "known before". It follows the graph alone: neither clocks nor
 * arrival decide. Where rivals meet, the strictest counts (TRUST7).
 */
export function standingOf(graph: RecordGraph<SignedWorkflow>, records: readonly SignedWorkflow[]): Standing {
  const open = openSubmissions(graph, records)
  const outcomes = new Map(open.map((item) => [item.hash, outcomeOf(graph, records, item)]))
  const last = latest(graph, open)
  const withOutcome = (wanted: Outcome) => last.filter((item) => outcomes.get(item.hash) === wanted)
  const approvedNow = withOutcome('approved')
  const rivals = sameRevision(approvedNow) ? [] : approvedNow
  const disputed = withOutcome('disputed')
  const withdrawn = isWithdrawn(graph, records)
  return {
    state: withdrawn ? 'withdrawn' : stateFrom(last, withOutcome, disputed.length + rivals.length > 0),
    waiting: withOutcome('waiting'),
    disputed,
    rivals,
    approved: withdrawn ? null : lastApproved(graph, records, open, outcomes),
  }
}

function stateFrom(
  last: readonly SignedSubmission[],
  withOutcome: (wanted: Outcome) => readonly SignedSubmission[],
  contradicted: boolean,
): WorkflowState {
  if (contradicted) return 'conflict'
  if (withOutcome('waiting').length > 0) return 'inReview'
  if (withOutcome('returned').length > 0) return 'returned'
  return last.length > 0 && withOutcome('recalled').length === 0 ? 'approved' : 'draft'
}

/** A withdrawal ends every submission that did not know of it, and all before it. */
function openSubmissions(
  graph: RecordGraph<SignedWorkflow>,
  records: readonly SignedWorkflow[],
): readonly SignedSubmission[] {
  const withdrawals = records.filter((item) => item.record.kind === 'withdrawal')
  return records
    .filter(isSubmission)
    .filter((item) => withdrawals.every((withdrawal) => graph.before(item).hashes.has(withdrawal.hash)))
}

function isWithdrawn(graph: RecordGraph<SignedWorkflow>, records: readonly SignedWorkflow[]): boolean {
  const returns = records.filter((item) => item.record.kind === 'reinstatement')
  return records.some(
    (item) =>
      item.record.kind === 'withdrawal' &&
      !returns.some((reinstatement) => graph.before(reinstatement).hashes.has(item.hash)),
  )
}

/** The answers to a submission that no other answer to it follows. */
function lastAnswers(
  graph: RecordGraph<SignedWorkflow>,
  records: readonly SignedWorkflow[],
  submission: SignedSubmission,
): readonly SignedWorkflow[] {
  const answers = records.filter(
    ({ record }) => 'submission' in record && record.submission === submission.hash,
  )
  return latest(graph, answers)
}

function outcomeOf(
  graph: RecordGraph<SignedWorkflow>,
  records: readonly SignedWorkflow[],
  submission: SignedSubmission,
): Outcome {
  const outcomes = new Set(lastAnswers(graph, records, submission).map(outcomeSaid))
  const [only] = outcomes
  if (only === undefined) return 'waiting'
  return outcomes.size > 1 ? 'disputed' : only
}

function outcomeSaid(answer: SignedWorkflow): Outcome {
  if (answer.record.kind === 'return') return 'returned'
  return answer.record.kind === 'recall' ? 'recalled' : 'approved'
}

/** Rival approved texts stand down together; what was approved before them still holds. */
function lastApproved(
  graph: RecordGraph<SignedWorkflow>,
  records: readonly SignedWorkflow[],
  open: readonly SignedSubmission[],
  outcomes: ReadonlyMap<string, Outcome>,
): Standing['approved'] {
  let candidates = open.filter((item) => outcomes.get(item.hash) === 'approved')
  while (candidates.length > 0) {
    const last = latest(graph, candidates)
    const submission = last[0]
    if (submission && sameRevision(last)) {
      const approval = lastAnswers(graph, records, submission)[0]
      return approval ? { submission, approval } : null
    }
    candidates = candidates.filter((item) => !last.includes(item))
  }
  return null
}

function sameRevision(submissions: readonly SignedSubmission[]): boolean {
  return new Set(submissions.map((item) => item.record.revision)).size < 2
}

export function isSubmission(signed: SignedWorkflow): signed is SignedSubmission {
  return signed.record.kind === 'submission'
}
