import { ORPCError } from '@orpc/client'
import type { Failure } from '#contract/failures.ts'
import type { Result } from '#domain/result.ts'

/** The workspace cannot be reached now. What was asked may or may not have been done: ask again with the same id. */
export class ConnectionLost extends Error {
  constructor() {
    super('the connection to the workspace is lost')
    this.name = 'ConnectionLost'
  }
}

/** The typed failure in what an operation threw; undefined for a lost connection, a cancellation or a bug. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'FAILURE') return undefined
  return isFailure(error.data) ? error.data : undefined
}

/** By its form alone: the workspace speaks our protocol, and the first screen does without a validator. */
function isFailure(data: unknown): data is Failure {
  if (typeof data !== 'object' || data === null || !('code' in data) || !('facts' in data)) return false
  return typeof data.code === 'string' && typeof data.facts === 'object' && data.facts !== null
}

/** A typed failure in the form in which operations throw it. */
export function thrown(reason: Failure): Error {
  return new ORPCError('FAILURE', { data: reason })
}

export function unwrap<Value>(result: Result<Value, Failure>): Value {
  if (result.ok) return result.value
  throw thrown(result.failure)
}
