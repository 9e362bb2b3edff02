import type { Failure } from '#contract/failures.ts'
import { createWatchedValue } from '../client/stores.ts'

/**
 * What the saved indicator says of the open document (SAFE1). The document's session alone sets it, and says
 * `saved` only after the workspace has acknowledged that the bytes are on disk.
 */
export type SavedState =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'saving'; since: number }>
  | Readonly<{ kind: 'saved'; at: number }>
  | Readonly<{ kind: 'notSaved'; failure: Failure | null }>

export const savedState = createWatchedValue<SavedState>({ kind: 'none' })

type Flush = () => Promise<void>
const flushes = new Set<Flush>()

/** Registers how an open document brings what is typed to disk; answers how to take it back. */
export function onLeaving(flush: Flush): () => void {
  flushes.add(flush)
  return () => flushes.delete(flush)
}

/** Brings everything typed to disk: before the profile changes and before the window closes. */
export async function flushTyped(): Promise<void> {
  await Promise.all([...flushes].map((flush) => flush()))
}
