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
