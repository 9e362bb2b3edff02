import type { WorkspaceEvent } from '#contract/events.ts'
import type { Connection } from './connection.ts'
import { follow, throwApart } from './following.ts'

type Listener = (event: WorkspaceEvent) => void
export type WorkspaceEvents = Readonly<{ subscribe(listener: Listener): () => void }>

/**
 * Follows `events` from now on and resumes after a break by sequence number. Made before anything is asked: the
 * channel keeps order, so no answer can be older than the events that are missing. When the workspace cannot
 * serve a resumption any more it says `reset`: read everything again. What comes before anybody listens is kept for
 * the first listeners: answers are asked for before the screen that shows them is there.
 */
export function createWorkspaceEvents(
  connection: Connection,
  signal: AbortSignal,
  report: (error: unknown) => void = throwApart,
): WorkspaceEvents {
  const listeners = new Set<Listener>()
  let after: number | null = null
  /** What came while the page was still being read; null once somebody listens. */
  let unheard: WorkspaceEvent[] | null = []

  function tell(event: WorkspaceEvent): void {
    if (unheard !== null) {
      unheard.push(event)
      return
    }
    for (const listener of [...listeners]) {
      try {
        listener(event)
      } catch (error) {
        report(error)
      }
    }
  }

  /** The parts of the first screen begin to listen one after another, in one breath: all of them hear it. */
  function tellUnheard(): void {
    const events = unheard ?? []
    unheard = null
    for (const event of events) tell(event)
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
      if (listeners.size === 0 && unheard !== null) queueMicrotask(tellUnheard)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
