import { type Failure, failure } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import { fail, type Result } from '#domain/result.ts'
import type { EventService, JobControl, JobService } from '../services.ts'
import { printBug, type ReportBug } from '../store/bugs.ts'
import type { Clock } from '../store/clock.ts'
import { diskFault, thrownFault } from '../store/faults.ts'
import type { Store } from '../store/store.ts'
import { endAbandonedJobs, findJob, insertJob, newestJobs, updateJob } from './job-table.ts'

type Work = (control: JobControl) => Promise<Result<string, Failure>>
/** A job that has not ended. */
type Open = { view: JobView; work: Work; abort: AbortController; ended: PromiseWithResolvers<JobView> }
type Needs = Readonly<{ store: Store; events: EventService; clock: Clock; report?: ReportBug }>

const atOnce = 2
const listed = 200
const progressInterval = 200

/** Long work in the background: a few at once, the others wait. What happens to a job is on disk. */
export function createJobService({ store, events, clock, report = printBug }: Needs): JobService {
  const open = new Map<string, Open>()
  store.write((db) => endAbandonedJobs(db, clock.now()))

  function change(job: Open, changes: Partial<JobView>): void {
    job.view = { ...job.view, ...changes }
    events.emit({ kind: 'job', job: job.view })
  }

  /** What cannot be written keeps no job from ending; the next start will say that its end is not known. */
  function keep(view: JobView): void {
    try {
      store.write((db) => updateJob(db, view))
    } catch (error) {
      if (diskFault(error, '') === undefined) report(error)
    }
  }

  function end(job: Open, outcome: Result<string, Failure>): void {
    const ended = { ...endOf(outcome), finishedAt: clock.now() }
    keep({ ...job.view, ...ended })
    change(job, ended)
    open.delete(job.view.id)
    job.ended.resolve(job.view)
    startNext()
  }

  function startNext(): void {
    const jobs = [...open.values()]
    const running = jobs.filter(({ view }) => view.state === 'running').length
    const next = jobs.find(({ view }) => view.state === 'waiting')
    if (next && running < atOnce) run(next).catch(report)
  }

  async function run(job: Open): Promise<void> {
    // on disk it goes on waiting: after a crash both are told as one that did not end
    change(job, { state: 'running', startedAt: clock.now() })
    const outcome = await outcomeOf(job)
    end(job, outcome)
  }

  async function outcomeOf(job: Open): Promise<Result<string, Failure>> {
    const progress = throttle((fraction: number | null) => {
      job.view = { ...job.view, progress: fraction }
      events.emit({ kind: 'job', job: job.view })
    })
    try {
      return await job.work({ signal: job.abort.signal, progress })
    } catch (error) {
      return fail(job.abort.signal.aborted ? failure('cancelled', {}) : unexpected(error))
    }
  }

  /** A bug in a job must not take the workspace down with everybody's typing: it is told as the job's end. */
  function unexpected(error: unknown): Failure {
    const fault = thrownFault(error)
    if (fault) return fault
    report(error)
    return failure('internal', { detail: error instanceof Error ? error.message : String(error) })
  }

  return {
    start({ id, kind, subject }, work) {
      const known = open.get(id)?.view ?? findJob(store.read, id)
      if (known) return known
      const view = waitingJob(id, kind, subject, clock.now())
      store.write((db) => insertJob(db, view))
      open.set(id, { view, work, abort: new AbortController(), ended: Promise.withResolvers() })
      events.emit({ kind: 'job', job: view })
      startNext()
      return open.get(id)?.view ?? view
    },
    list: () => newestJobs(store.read, listed).map((view) => open.get(view.id)?.view ?? view),
    get: (id) => open.get(id)?.view ?? findJob(store.read, id),
    cancel(id) {
      const job = open.get(id)
      job?.abort.abort()
      if (job?.view.state === 'waiting') end(job, fail(failure('cancelled', {})))
      return job?.view ?? findJob(store.read, id)
    },
    async ended(id) {
      const view = (await open.get(id)?.ended.promise) ?? findJob(store.read, id)
      if (view === undefined) throw new Error(`No job ${id}`)
      return view
    },
  }
}

function waitingJob(id: string, kind: JobView['kind'], subject: string, at: number): JobView {
  const open = { progress: null, finishedAt: null, failure: null, result: null }
  return { id, kind, subject, state: 'waiting', startedAt: at, ...open }
}

function endOf(outcome: Result<string, Failure>): Partial<JobView> {
  if (outcome.ok) return { state: 'done', progress: 1, result: outcome.value }
  return { state: outcome.failure.code === 'cancelled' ? 'cancelled' : 'failed', failure: outcome.failure }
}

function throttle(call: (fraction: number | null) => void): (fraction: number | null) => void {
  let next = 0
  return (fraction) => {
    if (performance.now() < next) return
    next = performance.now() + progressInterval
    call(fraction)
  }
}
