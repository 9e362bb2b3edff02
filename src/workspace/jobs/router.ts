import { type Failure, failure } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { answer, operations } from '../binding/operations.ts'
import { mayWork } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'

/** `contract/jobs.ts`. */
export function jobsRouter(services: Pick<Services, 'jobs' | 'records'>) {
  const { jobs } = operations
  return {
    list: jobs.list.handler(() => [...services.jobs.list()]),
    get: jobs.get.handler(({ input }) => answer(known(input.id, services.jobs.get(input.id)))),
    cancel: jobs.cancel.handler(({ input, context }) => {
      answer(mayWork(services, context))
      return answer(known(input.id, services.jobs.cancel(input.id)))
    }),
  }
}

function known(id: string, job: JobView | undefined): Result<JobView, Failure> {
  return job ? succeed(job) : fail(failure('job-unknown', { job: id }))
}
