import type { Readiness } from '#contract/packages.ts'

type State = Readiness['state']

/** States in which an approved text may be packed; the others say why not (FLOW2). */
const packable: readonly State[] = ['ready', 'newerUnapproved', 'stale', 'embargoed']

/** States in which the page may be looked at here. */
const shown: readonly State[] = [...packable, 'notApproved', 'sourceNotApproved']

export function mayBePacked({ state }: Readiness): boolean {
  return packable.includes(state)
}

export function mayBeLookedAt({ state }: Readiness): boolean {
  return shown.includes(state)
}
