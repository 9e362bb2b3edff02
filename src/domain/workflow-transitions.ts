import type { RecordKind, WorkflowRecord } from './records.ts'
import type { Role } from './roles.ts'
import type { WorkflowState } from './workflow-state.ts'

export const workflowActions = ['submit', 'return', 'approve', 'recall', 'withdraw', 'reinstate'] as const
export type WorkflowAction = (typeof workflowActions)[number]

/**
 * What may be done in which state, and where it leads when no rival stands beside it. A conflict is settled by a decision that knows both
 * rivals, or by a new submission. Coming back from withdrawal is a draft again: it needs a new approval.
 */
export const transitions: Readonly<
  Record<WorkflowState, Readonly<Partial<Record<WorkflowAction, WorkflowState>>>>
> = {
  draft: { submit: 'inReview', withdraw: 'withdrawn' },
  inReview: {
    submit: 'inReview',
    return: 'returned',
    approve: 'approved',
    recall: 'draft',
    withdraw: 'withdrawn',
  },
  returned: { submit: 'inReview', withdraw: 'withdrawn' },
  approved: { submit: 'inReview', withdraw: 'withdrawn' },
  conflict: { submit: 'inReview', return: 'returned', approve: 'approved', withdraw: 'withdrawn' },
  withdrawn: { reinstate: 'draft' },
}

export function permits(state: WorkflowState, action: WorkflowAction): boolean {
  return transitions[state][action] !== undefined
}

export const actionOf: Readonly<Record<WorkflowRecord['kind'], WorkflowAction>> = {
  submission: 'submit',
  return: 'return',
  approval: 'approve',
  paperApproval: 'approve',
  recall: 'recall',
  withdrawal: 'withdraw',
  reinstatement: 'reinstate',
}

const deciding: readonly Role[] = ['approver', 'head']

/** Roles of which a signer needs one for a kind of record; none named: every member with a role. */
export const neededRoles: Readonly<Record<Exclude<RecordKind, 'membership'>, readonly Role[]>> = {
  submission: [],
  recall: [],
  return: deciding,
  approval: deciding,
  paperApproval: deciding,
  withdrawal: [],
  reinstatement: ['owner', 'editor', 'approver', 'head'],
  package: [],
  publication: [],
  correction: [],
  takedown: [],
  purge: [],
  memoryEdit: [],
}
