import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { openPurges } from './purge-notes.ts'
import type { PurgeOrder, Purging } from './purging.ts'
import type { StampGuard } from './stamp-guard.ts'
import { closeHit, findHit, type HitRow, markHeld, tellHits } from './stamp-hits.ts'

/** `contract/secrets.ts`: judging pastes, what was found, correction and purge (SEC1). */
export function secretsRouter(services: Services, purging: Purging, guard: StampGuard) {
  const { secrets } = operations
  return {
    judge: secrets.judge.handler(({ input }) =>
      input.texts.flatMap((text, index) => {
        const stamp = findStamp(text)
        return stamp ? [{ index, ...stamp }] : []
      }),
    ),
    hits: secrets.hits.handler(({ input }) => [...answer(guard.hits(input.document as DocumentId))]),
    dismiss: secrets.dismiss.handler(({ input, context }) => {
      answer(dismissHit(services, context, input))
      return {}
    }),
    purge: secrets.purge.handler(async ({ input, context }) => {
      if (isPurged(services, input))
        return { backupsCleaned: 0, backupsDropped: 0, memoryUnits: 0, terms: [] }
      const { hit, profile } = answer(openHit(services, context, input))
      const { terms, ...purged } = answer(await purging.start(orderOf(hit, profile, input)))
      return { ...purged, terms: [...terms] }
    }),
  }
}

type Named = Readonly<{ hit: string; document: string }>
type Asked = Named & Readonly<{ id: string; scope: 'block' | 'article' }>

/** A repeat of a purge that was carried out: what was typed there since stays. */
function isPurged({ store, records }: Services, { id, hit, document }: Asked): boolean {
  if (openPurges(store.read).some((purge) => purge.id === hit)) return false
  const signed = records.ofDocument(document as DocumentId)
  return signed.some(({ record }) => record.kind === 'purge' && record.id === id)
}

function orderOf(hit: HitRow, profile: string, { id, scope }: Asked): PurgeOrder {
  const target = { id: hit.id, document: hit.document, record: id, profile }
  return scope === 'article'
    ? { ...target, block: null, safe: null }
    : { ...target, block: hit.block, safe: hit.safe }
}

function openHit(
  services: Services,
  context: ClientContext,
  named: Named,
): Result<{ hit: HitRow; profile: string }, Failure> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const hit = findHit(services.store.read, named.hit)
  const isUnderWay = openPurges(services.store.read).some(({ id }) => id === named.hit)
  if (hit?.document !== named.document || (hit.state !== 'open' && !isUnderWay))
    return fail(failure('not-found', { what: named.hit }))
  return succeed({ hit, profile: person.value.id })
}

function dismissHit(
  services: Services,
  context: ClientContext,
  input: Named & Readonly<{ reason: string }>,
): Result<null, Failure> {
  const open = openHit(services, context, input)
  if (!open.ok) return open
  const { hit, profile } = open.value
  const name = services.records.person(profile)?.name ?? profile
  services.store.write((db) => {
    closeHit(db, hit.id, 'dismissed', `${name}: ${input.reason}`)
    markHeld(db, hit.document)
  })
  tellHits(services.events, hit.document)
  return succeed(null)
}
