import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Person, RecordService } from '../records/record-service.ts'
import type { ClientContext } from './clients.ts'

/** Who a client works as; what changes anything needs someone whose key is open and who still belongs here. */
export function signedIn(
  services: Readonly<{ records: RecordService }>,
  context: ClientContext,
): Result<Person, Failure> {
  if (context.profile === null || !services.records.unlocked(context.profile)) {
    return fail(failure('not-signed-in', {}))
  }
  const person = services.records.person(context.profile)
  return person ? succeed(person) : fail(failure('member-unknown', { member: context.profile }))
}

/**
 * Whether a client may carry content out of the newsroom, or change what belongs to nobody (a backup, a picture): a
 * window only when somebody is signed in there; a trusted client has the machine in hand, and all that lies on it.
 */
export function mayWork(
  services: Readonly<{ records: RecordService }>,
  context: ClientContext,
): Result<null, Failure> {
  if (context.trusted) return succeed(null)
  const person = signedIn(services, context)
  return person.ok ? succeed(null) : person
}
