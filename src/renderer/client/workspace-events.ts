import type { WorkspaceEvent } from '#contract/events.ts'
import type { Connection } from './connection.ts'
import { follow, throwApart } from './following.ts'

type Listener = (event: WorkspaceEvent) => void
export type WorkspaceEvents = Readonly<{ subscribe(listener: Listener): () => void }>

/**
 * Follows `events` from now on and resumes after a break by sequence number. Made before anything is asked: the
 * channel keeps order, so no answer can be older than the events that are missing. When the workspace cannot
 * serve a resumption any more it says `reset`: read everything again.
 */
export function createWorkspaceEvents(
  connection: Connection,
  signal: AbortSignal,
  report: (error: unknown) => void = throwApart,
): WorkspaceEvents {
  const listeners = new Set<Listener>()
  let after: number | null = null

  function tell(event: WorkspaceEvent): void {
    for (const listener of [...listeners]) {
      try {
        listener(event)
      } catch (error) {
        report(error)
      }
    }
  }

  void follow({
    connection,
    signal,
    open: (ended) => connection.client.events.follow({ after }, { signal: ended }),
    receive({ seq, event }) {
      after = seq
      tell(event)
      return undefined
    },
    report,
    refused: () => undefined,
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
