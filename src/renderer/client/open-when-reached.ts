import type { Connection } from './connection.ts'
import { ConnectionLost } from './failures.ts'
import { untilValue } from './stores.ts'

/**
 * Opens what the workspace holds; while it cannot be reached the opening waits for it. Rejects with what the workspace
 * refuses, or the signal's reason.
 */
export async function openWhenReached<Session>(
  { state }: Pick<Connection, 'state'>,
  open: () => Promise<Session>,
  signal: AbortSignal,
): Promise<Session> {
  for (;;) {
    try {
      return await open()
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      await untilValue(state, (now): now is typeof now => now.kind === 'connected', signal)
    }
  }
}
