import type { Failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client } from '../client.ts'

const askEvery = 50

/** Waits for a job to end; answers what came out of it. */
export async function jobResult(client: Client, id: string): Promise<Result<string, Failure>> {
  for (;;) {
    const job = await attempt(client.jobs.get({ id }))
    if (!job.ok) return job
    if (job.value.failure) return fail(job.value.failure)
    if (job.value.state === 'cancelled') return fail({ code: 'cancelled', facts: {} })
    if (job.value.result !== null) return succeed(job.value.result)
    await new Promise((resolve) => setTimeout(resolve, askEvery))
  }
}
