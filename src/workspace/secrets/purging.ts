import type { Failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { faultOrThrow } from '../store/faults.ts'
import { notePurge, openPurges, type Purge } from './purge-notes.ts'
import { type Purged, type PurgeServices, runPurge } from './purge-run.ts'
import { noteInRestoredCopy } from './restored-copy.ts'

/** `record` is the id of the signed record that says who decided it. */
export type PurgeOrder = Omit<Purge, 'step'> & Readonly<{ record: string }>

/** Signs and notes the purge, then does it; once noted it is finished at the next start whatever happens. */
export async function startPurge(
  services: PurgeServices,
  order: PurgeOrder,
): Promise<Result<Purged, Failure>> {
  const { record, ...target } = order
  const purge = { ...target, step: 'edit' } as const
  const noted = note(services, purge, record)
  if (!noted.ok) return noted
  const asNoted = openPurges(services.store.read).find(({ id }) => id === purge.id)
  return runPurge(services, asNoted ?? purge)
}

function note(services: PurgeServices, purge: Purge, record: string): Result<unknown, Failure> {
  const { store, paths, clock } = services
  try {
    noteInRestoredCopy(paths, purge, clock.now())
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

const retryInterval = 60_000

export type Purging = Readonly<{
  /** Finishes what a killed process left; what cannot be finished now is tried again until it is. */
  resume(): Promise<void>
  stop(): void
}>

/**
 * A purge that cannot be finished keeps nobody out: it is reported and tried again, and its document stays held
 * back meanwhile.
 */
export function createPurging(services: PurgeServices, report: (error: unknown) => void): Purging {
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function finish(purge: Purge): Promise<void> {
    try {
      const finished = await runPurge(services, purge)
      if (!finished.ok) report(new Error(`${purge.document} is not purged yet: ${finished.failure.code}`))
    } catch (error) {
      report(error)
    }
  }

  async function resume(): Promise<void> {
    for (const purge of openPurges(services.store.read)) if (!stopped) await finish(purge)
    if (stopped || openPurges(services.store.read).length === 0) return
    timer = setTimeout(() => void resume(), retryInterval)
    timer.unref()
  }

  return {
    resume,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
