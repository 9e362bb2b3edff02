import { type Failure, failure } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import { fail, type Result } from '#domain/result.ts'
import type { EventService, JobControl, JobService } from '../services.ts'
import { printBug, type ReportBug } from '../store/bugs.ts'
import type { Clock } from '../store/clock.ts'
import type { WriteHandle } from '../store/database.ts'
import { diskFault, thrownFault } from '../store/faults.ts'
import type { Store } from '../store/store.ts'
import { endAbandonedJobs, findJob, insertJob, leftJobs, newestJobs, updateJob } from './job-table.ts'

type Work = (control: JobControl) => Promise<Result<string, Failure>>
type Ending = Pick<JobView, 'state' | 'progress' | 'result' | 'failure' | 'finishedAt'>
/** A job that has not ended. */
type Open = {
  view: JobView
  readonly work: Work
  /** It can be made again: a stop of the program leaves it waiting. */
  readonly again: boolean
  readonly abort: AbortController
  readonly ended: PromiseWithResolvers<JobView>
  /** Settles when the job's row is on disk. */
  readonly stored: Promise<unknown>
  /** Works, waits, or waits only for the disk, which needs no place among the working ones. */
  step: 'stored' | 'working' | 'concluding' | undefined
  /** How it ended, once that is on disk. */
  ending: Ending | undefined
}
type Needs = Readonly<{ store: Store; events: EventService; clock: Clock; report?: ReportBug }>

/** Jobs of a lane that work at once: copies of clips take an hour and leave room for all else. */
const places = { usual: 2, copies: 1, renders: 1 } as const
type Lane = keyof typeof places
const lanes: Partial<Record<JobView['kind'], Lane>> = {
  clipProxy: 'copies',
  clipPeaks: 'copies',
  render: 'renders',
}
const listed = 200
const progressInterval = 200

/** Long work in the background: a few at once, the others wait. What happens to a job is on disk. */
export function createJobService({ store, events, clock, report = printBug }: Needs): JobService {
  const open = new Map<string, Open>()
  let closing = false
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
    const ending = job.ending ?? endingOf(job.view, outcome, clock.now())
    const left = closing && job.again && ending.state === 'cancelled'
    if (job.ending === undefined && !left) keep({ ...job.view, ...ending })
    change(job, ending)
    open.delete(job.view.id)
    job.ended.resolve(job.view)
    startNext()
  }

  function startNext(): void {
    const jobs = [...open.values()]
    for (const lane of ['usual', 'copies', 'renders'] as const) {
      const own = jobs.filter(({ view }) => laneOf(view) === lane)
      const working = own.filter(({ step }) => step === 'working').length
      const next = own.find(({ step }) => step === 'stored')
      if (next && working < places[lane] && !closing) run(next).catch(report)
    }
  }

  async function run(job: Open): Promise<void> {
    // on disk it goes on waiting: after a crash both are told as one that did not end
    job.step = 'working'
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
      const conclude = (write: (db: WriteHandle) => Result<string, Failure>) => concludeJob(job, write)
      return await job.work({ signal: job.abort.signal, progress, conclude })
    } catch (error) {
      return fail(job.abort.signal.aborted ? failure('cancelled', {}) : unexpected(error))
    }
  }

  async function concludeJob(
    job: Open,
    write: (db: WriteHandle) => Result<string, Failure>,
  ): Promise<Result<string, Failure>> {
    job.step = 'concluding'
    startNext()
    const { outcome, ending } = await store.writeGrouped((db) => {
      const outcome = write(db)
      const ending = endingOf(job.view, outcome, clock.now())
      updateJob(db, { ...job.view, ...ending })
      return { outcome, ending }
    })
    job.ending = ending
    return outcome
  }

  /** A bug in a job must not take the workspace down with everybody's typing: it is told as the job's end. */
  function unexpected(error: unknown): Failure {
    const fault = thrownFault(error)
    if (fault) return fault
    report(error)
    return failure('internal', { detail: error instanceof Error ? error.message : String(error) })
  }

  /** What cannot be written down is no job, and nobody is told of it. */
  function openJob(view: JobView, input: unknown, work: Work): Open {
    const kept = input === undefined ? '' : JSON.stringify(input)
    const stored = store.writeGrouped((db) => insertJob(db, view, kept))
    const ended = Promise.withResolvers<JobView>()
    const job = {
      view,
      work,
      again: kept !== '',
      abort: new AbortController(),
      ended,
      stored,
      step: undefined,
      ending: undefined,
    }
    open.set(view.id, job)
    stored.catch(() => open.delete(view.id))
    return job
  }

  function cancel(id: string): Open | undefined {
    const job = open.get(id)
    job?.abort.abort()
    if (job?.view.state === 'waiting') end(job, fail(failure('cancelled', {})))
    return job
  }

  function findStored(id: string): Open | undefined {
    const job = open.get(id)
    return job?.step === undefined ? undefined : job
  }

  return {
    async start({ id, kind, subject, input }, work) {
      const known = open.get(id)
      if (known) return known.stored.then(() => known.view)
      const ended = findJob(store.read, id)
      if (ended && ended.state !== 'waiting') return ended
      const job = openJob(waitingJob(id, kind, subject, ended?.startedAt ?? clock.now()), input, work)
      await job.stored
      if (open.get(id) !== job) return job.view
      job.step = 'stored'
      events.emit({ kind: 'job', job: job.view })
      startNext()
      return job.view
    },
    list: () => newestJobs(store.read, listed).map((view) => open.get(view.id)?.view ?? view),
    get: (id) => findStored(id)?.view ?? findJob(store.read, id),
    cancel: (id) => cancel(id)?.view ?? findJob(store.read, id),
    left: (kind) => leftJobs(store.read, kind).filter(({ id }) => !open.has(id)),
    async ended(id) {
      const view = (await open.get(id)?.ended.promise) ?? findJob(store.read, id)
      if (view === undefined) throw new Error(`No job ${id}`)
      return view
    },
    async close() {
      closing = true
      const jobs = [...open.values()]
      for (const { view } of jobs) cancel(view.id)
      await Promise.all(jobs.map(({ ended }) => ended.promise))
    },
  }
}

function laneOf({ kind }: JobView): Lane {
  return lanes[kind] ?? 'usual'
}

function waitingJob(id: string, kind: JobView['kind'], subject: string, at: number): JobView {
  const open = { progress: null, finishedAt: null, failure: null, result: null }
  return { id, kind, subject, state: 'waiting', startedAt: at, ...open }
}

function endingOf({ progress }: JobView, outcome: Result<string, Failure>, finishedAt: number): Ending {
  if (outcome.ok) return { state: 'done', progress: 1, result: outcome.value, failure: null, finishedAt }
  const state = outcome.failure.code === 'cancelled' ? 'cancelled' : 'failed'
  return { state, progress, result: null, failure: outcome.failure, finishedAt }
}

function throttle(call: (fraction: number | null) => void): (fraction: number | null) => void {
  let next = 0
  return (fraction) => {
    if (performance.now() < next) return
    next = performance.now() + progressInterval
    call(fraction)
  }
}
