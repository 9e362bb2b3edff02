import type { TimelineEntry, WorkflowView } from '#contract/workflow.ts'

/** The return that a text still has to answer, for who writes it; undefined when it stands otherwise. */
export function noteToAnswer({ state, timeline }: WorkflowView): TimelineEntry | undefined {
  return state === 'returned' ? timeline.findLast(isValidReturn) : undefined
}

/** The return that a submission answers: the last one before it, unless the text was approved since. */
export function noteAnswered(
  timeline: readonly TimelineEntry[],
  submission: string,
): TimelineEntry | undefined {
  const before = timeline.slice(
    0,
    timeline.findIndex(({ record }) => record === submission),
  )
  const last = before.findLast((entry) => isValidReturn(entry) || isApproval(entry))
  return last && isValidReturn(last) ? last : undefined
}

function isValidReturn({ kind, verdict }: TimelineEntry): boolean {
  return kind === 'return' && verdict === 'valid'
}

function isApproval({ kind, verdict }: TimelineEntry): boolean {
  return (kind === 'approval' || kind === 'paperApproval') && verdict === 'valid'
}
