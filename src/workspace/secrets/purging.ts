import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { faultOrThrow } from '../store/faults.ts'
import { noteInRestoredCopy } from './backup-cleaning.ts'
import { notePurge, openPurges, type Purge } from './purge-notes.ts'
import { type Purged, type PurgeServices, runPurge } from './purge-run.ts'

/** `record` is the id of the signed record that says who decided it. */
export type PurgeOrder = Omit<Purge, 'step'> & Readonly<{ record: string }>

export type Purging = Readonly<{
  /** Signs and notes the purge, then does it; once noted it is finished at the next start whatever happens. */
  start(order: PurgeOrder): Promise<Result<Purged, Failure>>
  /** Finishes what a killed process left; what cannot be finished now is tried again until it is. */
  resume(): Promise<void>
  /** Settles when the file in hand is done: nobody may find a backup while it is being cleaned. */
  stop(): Promise<void>
}>

const retryInterval = 60_000

/**
 * A purge that cannot be finished keeps nobody out: it is reported and tried again, and its document stays held
 * back meanwhile.
 */
export function createPurging(services: PurgeServices, report: (error: unknown) => void): Purging {
  const stopping = new AbortController()
  const { signal } = stopping
  const underWay = new Set<Promise<unknown>>()
  let timer: NodeJS.Timeout | undefined

  /** Whatever copies or reads the whole database, and a purge, shut each other out. */
  function inTurn(work: () => Promise<Result<Purged, Failure>>): Promise<Result<Purged, Failure>> {
    return services.turns.take(() => {
      if (signal.aborted) return Promise.resolve(fail(failure('cancelled', {})))
      const working = work().finally(() => underWay.delete(working))
      underWay.add(working)
      return working
    })
  }

  async function start(order: PurgeOrder): Promise<Result<Purged, Failure>> {
    const { record, ...target } = order
    const purge = { ...target, step: 'edit' } as const
    const noted = await note(services, purge, record)
    if (!noted.ok) return noted
    const asNoted = openPurges(services.store.read).find(({ id }) => id === purge.id)
    return runPurge(services, asNoted ?? purge, signal)
  }

  async function finish(purge: Purge): Promise<void> {
    try {
      const finished = await inTurn(() => runPurge(services, purge, signal))
      if (!finished.ok && !signal.aborted)
        report(new Error(`${purge.document} is not purged yet: ${finished.failure.code}`))
    } catch (error) {
      report(error)
    }
  }

  async function resume(): Promise<void> {
    for (const purge of openPurges(services.store.read)) if (!signal.aborted) await finish(purge)
    if (signal.aborted || openPurges(services.store.read).length === 0) return
    timer = setTimeout(() => void resume(), retryInterval)
    timer.unref()
  }

  return {
    start: (order) => inTurn(() => start(order)),
    resume,
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await Promise.allSettled(underWay)
    },
  }
}

async function note(
  services: PurgeServices,
  purge: Purge,
  record: string,
): Promise<Result<unknown, Failure>> {
  const { store, paths, clock, startCleaning } = services
  try {
    await noteInRestoredCopy(paths, purge, clock.now(), startCleaning)
    return store.write((db) => {
      const signed = signPurge(services, purge, record)
      if (signed.ok) notePurge(db, purge, clock.now())
      return signed
    })
  } catch (error) {
    return fail(faultOrThrow(error, paths.root))
  }
}

/** Refusals that must not keep a secret on the machine: nobody can sign here yet, or not this person. */
const unsigned: readonly Failure['code'][] = ['recovery-unconfirmed', 'role-missing']

/**
 * Signed together with the note, not at the end: the key is open now, and a purge that a killed process left is
 * finished at a start when nobody is signed in.
 */
function signPurge({ records }: PurgeServices, purge: Purge, record: string): Result<unknown, Failure> {
  const signed = records.sign(purge.profile, {
    ...records.base(purge.profile, record),
    kind: 'purge',
    document: purge.document,
    block: purge.block ?? wholeArticle,
  })
  return signed.ok || !unsigned.includes(signed.failure.code) ? signed : succeed(null)
}

/** In a record: no block has this id. */
const wholeArticle = '*'
