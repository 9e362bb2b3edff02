import type { SequencedEvent, WorkspaceEvent } from '#contract/events.ts'
import type { EventService } from '../services.ts'
import { createBell } from '../store/bell.ts'
import type { Clock } from '../store/clock.ts'
import { createListeners } from '../store/listeners.ts'

const kept = 2000

/**
 * What the workspace tells its clients. The last events are kept for those who come back; who has missed more is
 * told to read everything again. Numbers start at the clock, so that those of an earlier run lie below them all.
 */
export function createEventService(clock: Clock = { now: Date.now }, bound = kept): EventService {
  const ring: SequencedEvent[] = []
  const heard = createListeners<[]>()
  const start = clock.now() * 1000
  let newest = start
  let forgotten = start

  async function* follow(after: number | null, signal?: AbortSignal): AsyncGenerator<SequencedEvent> {
    const bell = createBell(signal)
    const stop = heard.add(bell.ring)
    let position = after ?? newest
    try {
      while (!signal?.aborted) {
        const events = since(position)
        for (const event of events) {
          position = event.seq
          yield event
        }
        if (events.length === 0) await bell.rung()
      }
    } finally {
      stop()
    }
  }

  function since(position: number): readonly SequencedEvent[] {
    if (position < forgotten || position > newest) return [{ seq: newest, event: { kind: 'reset' } }]
    return ring.filter(({ seq }) => seq > position)
  }

  function emit(event: WorkspaceEvent): void {
    newest += 1
    ring.push({ seq: newest, event })
    if (ring.length > bound) forgotten = ring.shift()?.seq ?? forgotten
    heard.tell()
  }

  return { emit, follow }
}
