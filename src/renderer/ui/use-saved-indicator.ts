import { useEffect } from 'react'
import { assertNever } from '#domain/result.ts'
import type { SaveState } from '#renderer/client/save-state.ts'
import type { WatchedValue } from '#renderer/client/stores.ts'
import { type SavedState, savedState } from '#renderer/ui/saved-state.ts'

/** Keeps the frame's saved indicator true for the open document (SAFE1). */
export function useSavedIndicator(
  session: Readonly<{ state: WatchedValue<SaveState> }> | null,
  lastSaved: number | null,
): void {
  useEffect(() => {
    if (!session) return
    const opened = Date.now()
    let savingSince = opened
    const show = () => {
      const now = session.state.get()
      if (now.kind !== 'saving') savingSince = Date.now()
      savedState.set(shownState(now, lastSaved ?? opened, savingSince))
    }
    const stop = session.state.subscribe(show)
    show()
    return () => {
      stop()
      savedState.set({ kind: 'none' })
    }
  }, [session, lastSaved])
}

function shownState(state: SaveState, lastSaved: number, savingSince: number): SavedState {
  switch (state.kind) {
    case 'saved':
      // Another window may have saved later than this one.
      return { kind: 'saved', at: Math.max(state.at ?? 0, lastSaved) }
    case 'saving':
      return { kind: 'saving', since: savingSince }
    case 'failing':
      return { kind: 'notSaved', failure: state.failure }
    case 'offline':
      return state.unsaved ? { kind: 'notSaved', failure: null } : { kind: 'saved', at: lastSaved }
    default:
      return assertNever(state)
  }
}
