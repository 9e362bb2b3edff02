import { setTimeout as pause } from 'node:timers/promises'
import { type Failure, failure } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import { fail, type Result } from '#domain/result.ts'
import { attempt } from './attempt.ts'
import type { Client } from './client.ts'

/** Waits for a job's end: the job, or why it came to none. */
export async function jobEnd(client: Client, id: string): Promise<Result<JobView, Failure>> {
  for (;;) {
    const job = await attempt(client.jobs.get({ id }))
    if (!job.ok) return job
    const { state, failure: cause } = job.value
    if (state === 'done') return job
    if (state === 'failed' || state === 'cancelled') return fail(cause ?? failure('cancelled', {}))
    await pause(100)
  }
}
