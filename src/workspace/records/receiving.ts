import type { JudgedRecord } from '#domain/record-set.ts'
import type { SignedRecord } from '#domain/records.ts'
import type { TrustProblem } from '#domain/trust.ts'

export type Reception = Readonly<{
  stored: readonly SignedRecord[]
  refused: readonly Readonly<{ hash: string; problem: TrustProblem }>[]
}>

/**
 * Signed by a member beyond doubt, yet not counting: kept as evidence, and shown as such. What waits for a
 * membership that has not arrived is kept too. All else has no proven origin and is not let in.
 */
const keptProblems: readonly TrustProblem[] = [
  'membership-missing',
  'signer-removed',
  'role-missing',
  'superseded',
  'submission-missing',
  'revision-wrong',
  'self-approval',
  'authors-incomplete',
  'not-waiting',
  'state-refuses',
]

export function isKept(judged: JudgedRecord): boolean {
  return judged.verdict.kind === 'valid' || keptProblems.includes(judged.verdict.problem)
}

export function refusalOf(judged: JudgedRecord): Reception['refused'] {
  return isKept(judged) || judged.verdict.kind === 'valid'
    ? []
    : [{ hash: judged.hash, problem: judged.verdict.problem }]
}
