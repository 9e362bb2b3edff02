import { implement, ORPCError } from '@orpc/server'
import { contract } from '#contract/contract.ts'
import type { Failure } from '#contract/failures.ts'
import type { Result } from '#domain/result.ts'
import type { ClientContext } from './clients.ts'

/**
 * The contract, to be implemented one capability at a time: `operations.articles.list.handler(…)`. No middleware
 * here: behind one, handlers get a copy of the context, and who signs in is written on the original.
 */
export const operations = implement(contract).$context<ClientContext>()

/** Answers a contract operation: the value, or the typed failure that every operation may end in. */
export function answer<Value>(result: Result<Value, Failure>): Value {
  if (result.ok) return result.value
  throw new ORPCError('FAILURE', { data: result.failure })
}
