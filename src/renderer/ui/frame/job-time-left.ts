import type { JobView } from '#contract/jobs.ts'

/** How long a job still takes at the speed it had so far; null while that cannot be said. */
export function jobTimeLeft(
  job: Pick<JobView, 'progress' | 'startedAt'>,
  now: number,
): Readonly<{ unit: 'seconds' | 'minutes'; count: number }> | null {
  const spent = now - job.startedAt
  if (job.progress === null || job.progress < 0.05 || spent < 1000) return null
  const seconds = Math.ceil((spent * (1 - job.progress)) / job.progress / 1000)
  return seconds < 60
    ? { unit: 'seconds', count: seconds }
    : { unit: 'minutes', count: Math.ceil(seconds / 60) }
}
