import { isDefinedError, ORPCError } from '@orpc/client'
import { type Failure, failureSchema } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { thrownFault } from '#workspace/store/faults.ts'

/** Awaits a contract call: its value, or the typed failure it ended in. A bug goes on being thrown. */
export async function attempt<Value>(call: Promise<Value>): Promise<Result<Value, Failure>> {
  try {
    return succeed(await call)
  } catch (error) {
    if (isDefinedError(error) || (error instanceof ORPCError && error.code === 'FAILURE')) {
      const parsed = failureSchema.safeParse(error.data)
      if (parsed.success) return fail(parsed.data)
    }
    const fault = thrownFault(error)
    if (fault) return fail(fault)
    throw error
  }
}
