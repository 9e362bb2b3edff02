import { answer, operations } from '../binding/operations.ts'
import type { Services } from '../services.ts'
import { viewGrant } from './grants.ts'

/** `files.*` of the contract. */
export function filesRouter(services: Services) {
  return {
    release: operations.files.release.handler(({ input }) => {
      services.grants.release(input.grant)
      return {}
    }),
    describe: operations.files.describe.handler(({ input }) =>
      viewGrant(answer(services.grants.find(input.grant))),
    ),
  }
}
