import { expect, test } from 'vitest'
import type { SequencedEvent } from '#contract/events.ts'
import { failure } from '#contract/failures.ts'
import { fail, succeed } from '#domain/result.ts'
import { makeClock, makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { createEventService } from '../events/event-service.ts'
import type { JobControl } from '../services.ts'
import type { WriteHandle } from '../store/database.ts'
import { createJobService } from './job-service.ts'

const job = { id: 'j1', kind: 'export', subject: 'Lễ hội Trà' } as const

function makeJobs(store = makeStore()) {
  const events = createEventService()
  const reported: unknown[] = []
  const report = (error: unknown) => void reported.push(error)
  return { store, events, reported, jobs: createJobService({ store, events, clock: makeClock(), report }) }
}

test('a job that ends well says what came out, also after a restart', async () => {
  const folder = `${makeFolder()}/w`
  const store = makeStore({ folder })
  const { jobs } = makeJobs(store)
  expect((await jobs.start(job, async () => succeed('package-1'))).state).toBe('running')
  expect(await jobs.ended('j1')).toMatchObject({ state: 'done', progress: 1, result: 'package-1' })
  store.close()
  const again = makeJobs(makeStore({ folder }))
  expect(again.jobs.get('j1')).toMatchObject({ state: 'done', result: 'package-1', subject: 'Lễ hội Trà' })
})

test('the same id starts nothing new, while it runs and after', async () => {
  const { jobs } = makeJobs()
  let runs = 0
  const work = async () => {
    runs += 1
    return succeed('x')
  }
  const [first, second] = await Promise.all([jobs.start(job, work), jobs.start(job, work)])
  expect([first.id, second.id]).toEqual(['j1', 'j1'])
  await jobs.ended('j1')
  expect((await jobs.start(job, work)).state).toBe('done')
  expect(runs).toBe(1)
})

test('a failure, a fault of the disk and a bug end the job, each as what it is, and not the workspace', async () => {
  const { jobs, reported } = makeJobs()
  const bug = new Error('a bug')
  await jobs.start(job, async () => fail(failure('disk-full', { path: '/usb' })))
  await jobs.start({ ...job, id: 'j2' }, async () => {
    throw bug
  })
  await jobs.start({ ...job, id: 'j3' }, async () => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC', path: '/usb/a.zip' })
  })
  expect(await jobs.ended('j1')).toMatchObject({ state: 'failed', failure: { code: 'disk-full' } })
  const internal = { code: 'internal', facts: { detail: 'a bug' } }
  expect(await jobs.ended('j2')).toMatchObject({ state: 'failed', failure: internal })
  const full = { code: 'disk-full', facts: { path: '/usb/a.zip' } }
  expect(await jobs.ended('j3')).toMatchObject({ state: 'failed', failure: full })
  expect(reported).toEqual([bug])
})

test('an end that cannot be noted ends the job all the same, and the next one starts', async () => {
  const { jobs, store, reported } = makeJobs()
  store.write((db) =>
    db.exec(
      `CREATE TRIGGER broken BEFORE UPDATE ON jobs WHEN new.id = 'a' BEGIN SELECT RAISE(ABORT, 'a bug'); END`,
    ),
  )
  const ids = ['a', 'b', 'c']
  const started = ids.map((id) => jobs.start({ ...job, id }, async () => succeed('x')))
  const ended = await Promise.all(ids.map((id) => jobs.ended(id)))
  await Promise.all(started)
  expect(ended.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect(reported).toMatchObject([{ message: 'a bug' }])
})

test('a cancelled job stops when it hears of it, a waiting one never starts', async () => {
  const { jobs } = makeJobs()
  const untilAborted = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const started: string[] = []
  for (const id of ['a', 'b', 'c']) {
    await jobs.start({ ...job, id }, ({ signal }) => {
      started.push(id)
      return untilAborted(signal)
    })
  }
  expect(jobs.get('c')?.state).toBe('waiting')
  expect(jobs.cancel('c')?.state).toBe('cancelled')
  jobs.cancel('a')
  jobs.cancel('b')
  expect((await jobs.ended('a')).state).toBe('cancelled')
  expect((await jobs.ended('b')).failure?.code).toBe('cancelled')
  expect(started).toEqual(['a', 'b'])
  expect(jobs.cancel('unknown')).toBeUndefined()
})

test('a job whose process was killed is not said to run, nor to be done', async () => {
  const { jobs, store } = makeJobs()
  await jobs.start(job, () => new Promise(() => {}))
  const restarted = createJobService({ store, events: createEventService(), clock: makeClock() })
  expect(restarted.get('j1')).toMatchObject({ state: 'cancelled', failure: { code: 'cancelled' } })
})

test('progress is told, but not more often than anybody can read', async () => {
  const { jobs, events } = makeJobs()
  const heard: SequencedEvent[] = []
  const stop = new AbortController()
  const following = (async () => {
    for await (const event of events.follow(null, stop.signal)) heard.push(event)
  })()
  await jobs.start(job, async ({ progress }) => {
    for (let n = 0; n < 1000; n += 1) progress(n / 1000)
    return succeed('x')
  })
  await jobs.ended('j1')
  await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  await following
  expect(heard.length).toBeLessThan(8)
  expect(heard.at(-1)?.event).toMatchObject({ kind: 'job', job: { state: 'done' } })
})

test('what a job made and that it is done are one transaction', async () => {
  const { jobs, store } = makeJobs()
  store.write((db) => db.exec('CREATE TABLE made (id TEXT PRIMARY KEY) STRICT'))
  const make = (id: string) => (db: WriteHandle) => {
    db.prepare('INSERT INTO made VALUES (?)').run(id)
    return succeed(id)
  }
  const broken = `CREATE TRIGGER broken BEFORE UPDATE ON jobs WHEN new.id = 'b' BEGIN SELECT RAISE(ABORT, 'a bug'); END`
  store.write((db) => db.exec(broken))
  for (const id of ['a', 'b', 'c']) await jobs.start({ ...job, id }, ({ conclude }) => conclude(make(id)))
  const ended = await Promise.all(['a', 'b', 'c'].map((id) => jobs.ended(id)))
  expect(ended.map(({ state, result }) => [state, result])).toEqual([
    ['done', 'a'],
    ['failed', null],
    ['done', 'c'],
  ])
  expect(store.read.prepare('SELECT id FROM made ORDER BY id').pluck().all()).toEqual(['a', 'c'])
})

test('what a job could not make ends it as failed, and on disk it is said so', async () => {
  const folder = `${makeFolder()}/w`
  const store = makeStore({ folder })
  const { jobs } = makeJobs(store)
  await jobs.start(job, ({ conclude }) => conclude(() => fail(failure('disk-full', { path: '/usb' }))))
  expect(await jobs.ended('j1')).toMatchObject({ state: 'failed', failure: { code: 'disk-full' } })
  store.close()
  expect(makeJobs(makeStore({ folder })).jobs.get('j1')).toMatchObject({ state: 'failed', result: null })
})

test('closing cancels what runs, what waits and what is only being written down', async () => {
  const { jobs, store } = makeJobs()
  const untilAborted = ({ signal }: JobControl) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  for (const id of ['a', 'b', 'c']) await jobs.start({ ...job, id }, untilAborted)
  const last = jobs.start({ ...job, id: 'd' }, untilAborted)
  await jobs.close()
  expect((await last).state).toBe('cancelled')
  expect(store.read.prepare("SELECT count(*) FROM jobs WHERE state = 'cancelled'").pluck().get()).toBe(4)
})

test('a job that cannot be written down does not start', async () => {
  const { jobs, store } = makeJobs()
  store.write((db) =>
    db.exec(`CREATE TRIGGER full BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'no room'); END`),
  )
  let started = false
  const work = async () => {
    started = true
    return succeed('x')
  }
  await expect(jobs.start(job, work)).rejects.toThrow('no room')
  expect([started, jobs.get('j1')]).toEqual([false, undefined])
})

test('a job that can be made again waits through a stop and goes on under its id', async () => {
  const folder = `${makeFolder()}/w`
  const store = makeStore({ folder })
  const { jobs } = makeJobs(store)
  const again = { ...job, kind: 'clipProxy', input: { clip: 'abc' } } as const
  const untilAborted = ({ signal }: JobControl) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  await jobs.start(again, untilAborted)
  await jobs.start({ ...again, id: 'j2' }, untilAborted)
  await jobs.start({ ...again, id: 'j3' }, untilAborted)
  jobs.cancel('j3')
  await jobs.close()
  store.close()
  const next = makeJobs(makeStore({ folder })).jobs
  expect(next.left('clipProxy').map(({ id, input }) => [id, input])).toEqual([
    ['j1', { clip: 'abc' }],
    ['j2', { clip: 'abc' }],
  ])
  expect(next.get('j3')?.state).toBe('cancelled')
  await next.start(again, async () => succeed('made'))
  expect(await next.ended('j1')).toMatchObject({ state: 'done', result: 'made' })
  expect(next.left('clipProxy').map(({ id }) => id)).toEqual(['j2'])
})

test('copies of clips take no place of other work', async () => {
  const { jobs } = makeJobs()
  for (const id of ['a', 'b', 'c']) {
    await jobs.start({ ...job, id, kind: 'clipProxy' }, () => new Promise<never>(() => {}))
  }
  await jobs.start({ ...job, id: 'd' }, async () => succeed('x'))
  expect((await jobs.ended('d')).state).toBe('done')
  expect(['a', 'b', 'c'].map((id) => jobs.get(id)?.state)).toEqual(['running', 'waiting', 'waiting'])
})
