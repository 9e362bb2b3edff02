import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { JobView } from '#contract/jobs.ts'
import { orpc } from '../../client/client.ts'

/** How long a finished job keeps its line. */
const shownAfterEnd = 60_000

type Jobs = Readonly<{ shown: readonly JobView[]; dismiss(id: string): void }>

/** The jobs for the status strip: running ones first, else the one that ended last, until it is put away. */
export function useJobs(): Jobs {
  const { data } = useQuery(orpc.jobs.list.queryOptions())
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const dismiss = useCallback((id: string) => setDismissed((known) => new Set([...known, id])), [])
  const jobs = (data ?? []).filter(({ id }) => !dismissed.has(id))
  const active = jobs.filter(isActive)
  const ended = jobs
    .filter((job) => !isActive(job) && Date.now() - (job.finishedAt ?? 0) < shownAfterEnd)
    .sort((one, other) => (other.finishedAt ?? 0) - (one.finishedAt ?? 0))
  return { shown: active.length > 0 ? active.slice(0, 2) : ended.slice(0, 1), dismiss }
}

export function isActive({ state }: JobView): boolean {
  return state === 'waiting' || state === 'running'
}
