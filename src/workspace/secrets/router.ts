import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import { answer, operations } from '../binding.ts'
import type { ClientContext, Services } from '../services.ts'
import { signedIn } from '../session/signed-in.ts'
import { type PurgeServices, startPurge } from './purge-run.ts'
import type { StampGuard } from './stamp-guard.ts'
import { closeHit, findHit, type HitRow } from './stamp-hits.ts'

/** `contract/secrets.ts`: judging pastes, what was found, correction and purge (SEC1). */
export function secretsRouter(services: Services & PurgeServices, guard: StampGuard) {
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
      const { hit, profile } = answer(openHit(services, context, input))
      const block = input.scope === 'article' ? null : hit.block
      return answer(
        await startPurge(services, { id: hit.id, document: hit.document, block, safe: hit.safe, profile }),
      )
    }),
  }
}

type Named = Readonly<{ hit: string; document: string }>

function openHit(
  services: Services,
  context: ClientContext,
  named: Named,
): Result<{ hit: HitRow; profile: string }, Failure> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const hit = findHit(services.store.read, named.hit)
  if (hit?.state !== 'open' || hit.document !== named.document)
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
  services.store.write((db) => closeHit(db, hit.id, 'dismissed', `${name}: ${input.reason}`))
  services.events.emit({ kind: 'secrets', document: hit.document })
  return succeed(null)
}
