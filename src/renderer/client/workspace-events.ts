import type { WorkspaceEvent } from '#contract/events.ts'
import type { Connection } from './connection.ts'
import { follow } from './following.ts'

type Listener = (event: WorkspaceEvent) => void
export type WorkspaceEvents = Readonly<{ subscribe(listener: Listener): () => void }>

/**
 * Follows `events` from now on and resumes after a break by sequence number. Made before anything is asked: the
 * channel keeps order, so no answer can be older than the events that are missing. When the workspace cannot
 * serve a resumption any more it says `reset`: read everything again.
 */
export function createWorkspaceEvents(connection: Connection, signal: AbortSignal): WorkspaceEvents {
  const listeners = new Set<Listener>()
  let after: number | null = null
  void follow({
    connection,
    signal,
    open: (ended) => connection.client.events.follow({ after }, { signal: ended }),
    receive({ seq, event }) {
      after = seq
      for (const listener of [...listeners]) listener(event)
    },
    refused: () => undefined,
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
