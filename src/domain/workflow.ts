import { type AuthoredRange, authorsBetween, type Reached } from './authorship.ts'
import type { Memberships } from './membership.ts'
import { latest, type RecordGraph, recordGraph } from './record-graph.ts'
import { isWorkflow, type SignedRecord, type SignedWorkflow, type WorkflowRecord } from './records.ts'
import type { TrustProblem } from './trust.ts'
import { isSubmission, type SignedSubmission, type Standing, standingOf } from './workflow-standing.ts'
import { actionOf, neededRoles, permits } from './workflow-transitions.ts'

/** One document's records, judged. */
export type DocumentTrust = Readonly<{
  standing: Standing
  /** The counting records that no other follows: what the next record answers. */
  heads: readonly string[]
  /** Why a record does not count, or null; undefined for a record of elsewhere. */
  problem(hash: string): TrustProblem | null | undefined
  /** How many records of the document a record follows: causes before effects. */
  depth(hash: string): number
  /** The standing that a counting record found: what its signer knew. */
  foundBy(hash: string): Standing
}>

/**
 * Judges the records of one document. A record counts when its signature and membership hold (TRUST1, TRUST2), the
 * transition table allows it in the state its signer knew (TRUST5), and no author approves the text (TRUST6). Records that do
 * not count change nothing. `contributions` is the document's log of authors, when it is at hand: a submission
 * that conceals one of them does not count.
 */
export function judgeDocument(
  document: string,
  records: readonly SignedRecord[],
  memberships: Memberships,
  contributions: readonly AuthoredRange[] | null,
): DocumentTrust {
  const own = records.filter(isWorkflow).filter((item) => item.record.document === document)
  const graph = recordGraph(own, namedBy)
  const problems = new Map<string, TrustProblem | null>()
  const counting = (hashes: ReadonlySet<string>) =>
    graph.items.filter((item) => hashes.has(item.hash) && problems.get(item.hash) === null)
  const found = (item: SignedWorkflow) => standingOf(graph, counting(graph.before(item).hashes))
  for (const item of oldestFirst(graph)) {
    problems.set(item.hash, findProblem(item, { graph, memberships, contributions, found: found(item) }))
  }
  for (const item of records) {
    if (!problems.has(item.hash)) problems.set(item.hash, otherProblem(item, document, memberships))
  }
  const all = counting(new Set(graph.items.map((item) => item.hash)))
  return {
    standing: standingOf(graph, all),
    heads: latest(graph, all).map((item) => item.hash),
    problem: (hash) => problems.get(hash),
    depth: (hash) => {
      const item = graph.get(hash)
      return item ? graph.before(item).hashes.size : 0
    },
    foundBy: (hash) => {
      const item = graph.get(hash)
      return item ? found(item) : standingOf(graph, [])
    },
  }
}

function namedBy({ record }: SignedWorkflow): readonly string[] {
  return 'submission' in record ? [...record.answers, record.submission] : record.answers
}

/** Who is before another has fewer before it. */
function oldestFirst(graph: RecordGraph<SignedWorkflow>): readonly SignedWorkflow[] {
  const size = (item: SignedWorkflow) => graph.before(item).hashes.size
  return [...graph.items].sort((left, right) => size(left) - size(right))
}

function otherProblem(item: SignedRecord, document: string, memberships: Memberships): TrustProblem | null {
  const { record } = item
  if (record.kind === 'membership') return 'document-wrong'
  return record.document === document
    ? memberships.signerProblem(item, neededRoles[record.kind])
    : 'document-wrong'
}

type Surroundings = Readonly<{
  graph: RecordGraph<SignedWorkflow>
  memberships: Memberships
  contributions: readonly AuthoredRange[] | null
  found: Standing
}>

function findProblem(item: SignedWorkflow, around: Surroundings): TrustProblem | null {
  const { record } = item
  const trust = around.memberships.signerProblem(item, neededRoles[record.kind])
  if (trust) return trust
  if ('submission' in record) return answerProblem(record, around)
  if (!permits(around.found.state, actionOf[record.kind])) return 'state-refuses'
  return record.kind === 'submission' ? submissionProblem(record, around) : null
}

function submissionProblem(
  record: SignedSubmission['record'],
  { contributions, found }: Surroundings,
): TrustProblem | null {
  if (!contributions) return null
  const authors = authorsBetween(contributions, approvedReach(found), record.reached)
  return authors.every((author) => record.authors.includes(author)) ? null : 'authors-incomplete'
}

/** What the last approved text held: authors are counted from there on. */
export function approvedReach(standing: Standing): Reached {
  return standing.approved?.submission.record.reached ?? {}
}

type AnswerRecord = Extract<WorkflowRecord, { submission: string }>

function answerProblem(record: AnswerRecord, { graph, found }: Surroundings): TrustProblem | null {
  const answered = graph.get(record.submission)
  if (!answered || !isSubmission(answered)) return 'submission-missing'
  if ('revision' in record && record.revision !== answered.record.revision) return 'revision-wrong'
  if (!permits(found.state, actionOf[record.kind])) return 'state-refuses'
  if (!mayBeAnswered(record, answered, found)) return 'not-waiting'
  const involved = isInvolved(record.signer, answered)
  if (record.kind === 'recall') return involved ? null : 'role-missing'
  return involved && record.kind !== 'return' ? 'self-approval' : null
}

/** Only what waits, or is disputed, takes an answer: an old approval cannot be played again. */
function mayBeAnswered(record: AnswerRecord, answered: SignedSubmission, found: Standing): boolean {
  if (found.waiting.includes(answered)) return true
  if (record.kind === 'recall') return false
  return found.disputed.includes(answered) || (record.kind === 'return' && found.rivals.includes(answered))
}

/** An author of the text or the one who sent it for review: neither may approve it. */
export function isInvolved(profile: string, submission: SignedSubmission): boolean {
  return submission.record.signer === profile || submission.record.authors.includes(profile)
}
