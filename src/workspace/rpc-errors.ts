import { ORPCError } from '@orpc/server'

/**
 * An interceptor that tells of bugs: what an operation threw that is neither a typed failure nor a refused input.
 * The client only learns that something broke inside; the cause stays on this side.
 */
export function reportBugs(report: (error: unknown) => void) {
  return async <Value>(options: { next(): Promise<Value> }): Promise<Value> => {
    try {
      return await options.next()
    } catch (error) {
      if (isBug(error)) report(error)
      throw error
    }
  }
}

function isBug(error: unknown): boolean {
  if (error instanceof ORPCError) return error.code === 'INTERNAL_SERVER_ERROR'
  return !(error instanceof Error && error.name === 'AbortError')
}
