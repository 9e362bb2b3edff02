import type { Failure } from '#contract/failures.ts'
import type { GrantView } from '#contract/files.ts'
import type { Result } from '#domain/result.ts'
import type { Resource } from '#workspace/files/resources.ts'

/** What main asks of the workspace process, each with an id to answer under. */
export type Question =
  | Readonly<{ kind: 'resource'; url: string }>
  | Readonly<{ kind: 'grantFile'; path: string }>
  /** A file that was opened from outside: a window is told to show it. */
  | Readonly<{ kind: 'offerFile'; path: string }>
  | Readonly<{ kind: 'grantBytes'; name: string; bytes: Uint8Array }>

export type Answers = {
  resource: Result<Resource, Failure>
  grantFile: Result<GrantView, Failure>
  offerFile: Result<GrantView, Failure>
  grantBytes: Result<GrantView, Failure>
}

/** Main to the workspace process. */
export type ToWorkspace =
  | Readonly<{ kind: 'ask'; id: number; question: Question }>
  /** Carries one port: a window's way to the contract. The same window comes back under the same name. */
  | Readonly<{ kind: 'connect'; window: string }>
  | Readonly<{ kind: 'close' }>

/** The workspace process to main. */
export type FromWorkspace =
  | Readonly<{ kind: 'ready'; language: string }>
  | Readonly<{ kind: 'refused'; failure: Failure }>
  /** It ends now to start again: a backup takes the database's place. */
  | Readonly<{ kind: 'restarting' }>
  | Readonly<{ kind: 'language'; language: string }>
  | Readonly<{ kind: 'answer'; id: number; answer: Answers[keyof Answers] }>
  | Readonly<{ kind: 'bug'; detail: string }>
