import { ConnectionLost, thrown } from './failures.ts'
import type { SaveState } from './save-state.ts'
import { electronBridge } from './shell.ts'
import type { WatchedValue } from './stores.ts'

/** What may hold something unsaved: an article's session, a translation's. */
export type GuardedSession = Readonly<{
  state: WatchedValue<SaveState>
  flush(): Promise<SaveState>
  hasUnsaved(): boolean
  close(): Promise<boolean>
}>

const open = new Set<GuardedSession>()

/** Sessions of this window that hold something unsaved, closed views included. */
function unsavedSessions(): readonly GuardedSession[] {
  return [...open].filter((session) => session.hasUnsaved())
}

/**
 * Keeps the window from closing over unsaved text. The returned function closes the session, but only when all is
 * saved: a view that goes while the disk is full leaves its session here, still trying.
 */
export function guardWindow(session: GuardedSession): () => void {
  open.add(session)
  return () => void closeWhenSaved(session)
}

async function closeWhenSaved(session: GuardedSession): Promise<void> {
  const { kind } = await session.flush()
  if (kind === 'saved') {
    open.delete(session)
    await session.close()
    return
  }
  const stop = session.state.subscribe(() => {
    if (session.hasUnsaved()) return
    stop()
    void closeWhenSaved(session)
  })
}

/**
 * Brings everything typed in this window to disk, closed views included, or throws why that cannot be. What another
 * person typed here waits for them, and stands in nobody's way.
 */
export async function flushTyped(): Promise<void> {
  const states = await Promise.all([...open].map((session) => session.flush()))
  for (const state of states) throwUnsaved(state)
}

function throwUnsaved(state: SaveState): void {
  if (state.kind === 'failing' && state.failure.code !== 'other-author') throw thrown(state.failure)
  if (state.kind === 'offline' && state.unsaved) throw new ConnectionLost()
}

async function flushAll(): Promise<boolean> {
  await Promise.all([...open].map((session) => session.flush()))
  return unsavedSessions().length === 0
}

/** Installed once, at the root. */
export function installWindowGuard(): void {
  window.addEventListener('beforeunload', (event) => {
    if (unsavedSessions().length === 0) return
    void flushAll()
    event.preventDefault()
  })
  electronBridge()?.onClosing(flushAll)
}
