import { ORPCError } from '@orpc/server'
import { thrownFault } from '../store/faults.ts'

/**
 * An interceptor for what an operation threw that is neither a typed failure nor a refused input. A disk that
 * fails in its midst becomes a typed failure; the rest are bugs: the client only learns that something broke
 * inside, the cause stays on this side and is reported.
 */
export function reportBugs(report: (error: unknown) => void) {
  return async <Value>(options: { next(): Promise<Value> }): Promise<Value> => {
    try {
      return await options.next()
    } catch (error) {
      const fault = thrownFault(error)
      if (fault) throw new ORPCError('FAILURE', { defined: true, data: fault })
      if (isBug(error)) report(error)
      throw error
    }
  }
}

function isBug(error: unknown): boolean {
  if (error instanceof ORPCError) return error.code === 'INTERNAL_SERVER_ERROR'
  return !(error instanceof Error && error.name === 'AbortError')
}
