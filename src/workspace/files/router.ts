import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result } from '#domain/result.ts'
import { answer, operations } from '../binding/operations.ts'
import type { Services } from '../services.ts'
import { viewGrant } from './grants.ts'

function notFound(grant: string): Result<never, Failure> {
  return fail(failure('grant-unknown', { grant }))
}

/** `files.*` of the contract. */
export function filesRouter(services: Services) {
  return {
    release: operations.files.release.handler(({ input }) => {
      services.grants.release(input.grant)
      return {}
    }),
    offer: operations.files.offer.handler(({ input, context }) => {
      answer(context.trusted ? services.grants.find(input.grant) : notFound(input.grant))
      services.grants.offer(input.grant)
      services.events.emit({ kind: 'offered' })
      return {}
    }),
    offered: operations.files.offered.handler(() => services.grants.takeOffered().map(viewGrant)),
    describe: operations.files.describe.handler(({ input }) =>
      viewGrant(answer(services.grants.find(input.grant))),
    ),
  }
}
