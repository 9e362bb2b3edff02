import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Failure } from '#contract/failures.ts'
import { succeed } from '#domain/result.ts'
import type { StoredClip } from '../services.ts'
import { type ClipNeeds, type Making, makeFile } from './clip-files.ts'
import { findClipRow, noteClipFailure } from './clip-rows.ts'

/** How the making of a file stands in this process. */
export type Preparation = Readonly<{ job: string } | { stopped: Failure }>

const kinds = { proxy: 'clipProxy', peaks: 'clipPeaks' } as const
const input = z.object({ clip: z.string() })

/**
 * Makes proxies and outlines in the background, each as a job that goes on after a restart. What failed is noted with the
 * clip; what a person stopped is not begun again by itself while the program runs.
 */
export function createPreparing(needs: ClipNeeds) {
  const { jobs, store, events } = needs
  const known = new Map<string, Preparation>()

  function begin(clip: Pick<StoredClip, 'hash' | 'name'>, what: Making, id = uuidv7()): string {
    const { hash, name } = clip
    const key = `${what} ${hash}`
    const running = known.get(key)
    if (running && 'job' in running) return running.job
    known.set(key, { job: id })
    const job = { id, kind: kinds[what], subject: name, input: { clip: hash } }
    const started = jobs.start(job, async (control) => {
      const stored = findClipRow(store.read, hash)
      if (!stored) return succeed('')
      const made = await makeFile(needs, stored, what, control)
      if (made.ok) return succeed(hash)
      if (made.failure.code !== 'cancelled')
        store.write((db) => noteClipFailure(db, hash, what, made.failure))
      return made
    })
    started
      .then(() => jobs.ended(id))
      .then(
        ({ state, failure }) => {
          if (state === 'cancelled' && failure) known.set(key, { stopped: failure })
          else known.delete(key)
          events.emit({ kind: 'clips', clips: [hash] })
        },
        // what could not be written down is no job: it is begun when the clip is asked for again
        () => known.delete(key),
      )
    return id
  }

  return {
    begin,
    of: (hash: string, what: Making): Preparation | undefined => known.get(`${what} ${hash}`),
    retry(hash: string): void {
      store.write((db) => {
        noteClipFailure(db, hash, 'proxy', null)
        noteClipFailure(db, hash, 'peaks', null)
      })
      for (const what of ['proxy', 'peaks'] as const) {
        const standing = known.get(`${what} ${hash}`)
        if (standing && 'stopped' in standing) known.delete(`${what} ${hash}`)
      }
    },
    resume(): void {
      for (const what of ['peaks', 'proxy'] as const) {
        for (const left of jobs.left(kinds[what])) {
          const parsed = input.safeParse(left.input)
          const hash = parsed.success ? parsed.data.clip : ''
          begin({ hash, name: left.subject }, what, left.id)
        }
      }
    },
  }
}
