/** What a member of the newsroom may do (DESIGN §4, trust). An owner also signs memberships. */
export const roles = ['owner', 'reporter', 'editor', 'translator', 'videoEditor', 'approver', 'head'] as const
export type Role = (typeof roles)[number]

/** Roles that may approve or return a submission. */
export const approvingRoles: readonly Role[] = ['approver', 'head']

export function mayApprove(held: readonly Role[]): boolean {
  return held.some((role) => approvingRoles.includes(role))
}
