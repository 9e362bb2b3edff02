import type { Failure } from '#contract/failures.ts'
import type { Connection } from './connection.ts'
import type { SaveState } from './save-state.ts'
import { createWatchedValue, untilValue, type WatchedValue } from './stores.ts'
import { pause } from './timing.ts'

/** What every outbox says of itself (SAFE1), and how it waits between two tries. */
export type Saving = Readonly<{
  state: WatchedValue<SaveState>
  /** Says anew where things stand: something was added, or all was sent. */
  show(): void
  /** The workspace has acknowledged something: it is on disk since `at`. */
  acknowledged(at: number): void
  /** A try failed: refused for this reason, or (undefined) not answered. */
  failed(failure: Failure | undefined): void
  /** Waits before the next try; ends at once when the connection is back or somebody asks for a try. */
  rest(milliseconds: number): Promise<void>
  retry(): void
  /** Settles when nothing is under way any more: all is saved, or cannot be now. */
  settled(): Promise<SaveState>
  close(): void
}>

export function createSaving(
  connection: Pick<Connection, 'state'>,
  hasUnsaved: () => boolean,
  ended: AbortSignal,
): Saving {
  const state = createWatchedValue<SaveState>({ kind: 'saved', at: null })
  let savedAt: number | null = null
  let refused: Failure | undefined
  let wake: () => void = () => undefined

  const isConnected = () => connection.state.get().kind === 'connected'

  function show(): void {
    const unsaved = hasUnsaved()
    if (!isConnected()) state.set(sameOr(state.get(), { kind: 'offline', unsaved }))
    else if (!unsaved) state.set({ kind: 'saved', at: savedAt })
    else if (refused !== undefined) state.set({ kind: 'failing', failure: refused })
    else state.set(sameOr(state.get(), { kind: 'saving' }))
  }

  const stopWatching = connection.state.subscribe(() => {
    if (isConnected()) wake()
    show()
  })

  show()
  return {
    state,
    show,
    acknowledged(at) {
      savedAt = at
      refused = undefined
    },
    failed(failure) {
      refused = failure
      show()
    },
    async rest(milliseconds) {
      const woken = new AbortController()
      wake = () => woken.abort()
      await pause(milliseconds, AbortSignal.any([woken.signal, ended]))
    },
    retry: () => wake(),
    settled: () => untilValue<SaveState, SaveState>(state, (now): now is SaveState => now.kind !== 'saving'),
    close: stopWatching,
  }
}

/** Keeps the old object when nothing changed, so that watchers are not told of every keystroke. */
function sameOr(current: SaveState, next: SaveState): SaveState {
  const same = current.kind === next.kind && JSON.stringify(current) === JSON.stringify(next)
  return same ? current : next
}
