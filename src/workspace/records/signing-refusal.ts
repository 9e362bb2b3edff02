import { type Failure, failure } from '#contract/failures.ts'
import type { SignedRecord } from '#domain/records.ts'
import type { TrustProblem } from '#domain/trust.ts'
import type { WorkflowState } from '#domain/workflow-state.ts'
import { actionOf, neededRoles } from '#domain/workflow-transitions.ts'

/** Why a record that would not count is not signed at all. What only a bug of ours can cause is thrown. */
export function refusalFor(problem: TrustProblem, signed: SignedRecord, state: WorkflowState): Failure {
  const { record } = signed
  switch (problem) {
    case 'role-missing':
      return failure('role-missing', {
        needs: record.kind === 'membership' ? ['owner'] : [...neededRoles[record.kind]],
      })
    case 'self-approval':
      return failure('self-approval', { author: record.signer })
    case 'not-waiting':
    case 'state-refuses':
      return failure('state-refuses', {
        action: record.kind in actionOf ? actionOf[record.kind as keyof typeof actionOf] : record.kind,
        state,
      })
    case 'signature-wrong':
    case 'key-conflict':
    case 'signer-removed':
      return failure('not-signed-in', {})
    case 'not-a-member':
      return failure('member-unknown', { member: record.signer })
    default:
      throw new Error(`A record of our own making does not hold: ${problem}`)
  }
}
