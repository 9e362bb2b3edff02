/** Where a text stands, derived from its records. `conflict`: rival records that no clock may decide. */
export const workflowStates = ['draft', 'inReview', 'returned', 'approved', 'conflict', 'withdrawn'] as const
export type WorkflowState = (typeof workflowStates)[number]
