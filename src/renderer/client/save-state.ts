import type { Failure } from '#contract/failures.ts'

/** Where what was typed stands (SAFE1). */
export type SaveState =
  /** All of it is on disk; `at` is the last acknowledgement, null when nothing was typed since opening. */
  | Readonly<{ kind: 'saved'; at: number | null }>
  | Readonly<{ kind: 'saving' }>
  /** The workspace refuses it: it is kept here and offered again. */
  | Readonly<{ kind: 'failing'; failure: Failure }>
  /** The workspace cannot be reached; `unsaved` says whether anything waits for it. */
  | Readonly<{ kind: 'offline'; unsaved: boolean }>
