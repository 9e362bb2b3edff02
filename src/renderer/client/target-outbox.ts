import type { Failure } from '#contract/failures.ts'
import type { TranslationRow } from '#contract/translations.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { Connection } from './connection.ts'
import { failureOf } from './failures.ts'
import type { SaveState } from './save-state.ts'
import { createWatchedValue, untilValue, type WatchedValue } from './stores.ts'
import { backoff, pause } from './timing.ts'

/** Typing rests this long before a target is sent; a confirmation goes at once. */
const gatherMilliseconds = 250
/** A refused target is offered again this often at most. */
const retryMilliseconds = 5000

export type TypedTarget = Readonly<{ row: string; before: CodedText; target: CodedText; confirms: boolean }>

export type TargetOutbox = Readonly<{
  state: WatchedValue<SaveState>
  add(typed: TypedTarget): void
  /** What is typed for a row and not known to be on disk. */
  waitingFor(row: string): CodedText | undefined
  flush(): Promise<SaveState>
  hasUnsaved(): boolean
  retry(): void
  close(): void
}>

type Options = Readonly<{
  connection: Connection
  document: DocumentId
  profile: string
  answered(row: TranslationRow): void
}>

/** Typed targets on their way to the disk: row by row in order, each repeated until it is acknowledged (SAFE1). */
export function createTargetOutbox({ connection, document, profile, answered }: Options): TargetOutbox {
  const waiting = new Map<string, TypedTarget>()
  const ended = new AbortController()
  const state = createWatchedValue<SaveState>({ kind: 'saved', at: null })
  let sending: TypedTarget | undefined
  let savedAt: number | null = null
  let refused: Failure | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wake: () => void = () => undefined

  const hasUnsaved = () => waiting.size > 0 || sending !== undefined
  const isConnected = () => connection.state.get().kind === 'connected'

  function show(): void {
    const unsaved = hasUnsaved()
    if (!isConnected()) state.set({ kind: 'offline', unsaved })
    else if (!unsaved) state.set({ kind: 'saved', at: savedAt })
    else if (refused !== undefined) state.set({ kind: 'failing', failure: refused })
    else if (state.get().kind !== 'saving') state.set({ kind: 'saving' })
  }

  function add(typed: TypedTarget): void {
    const held = waiting.get(typed.row)
    // A row that is confirmed and then typed in again is sent twice: the last word is the draft.
    waiting.set(typed.row, held ? { ...typed, before: held.before } : typed)
    show()
    clearTimeout(timer)
    timer = setTimeout(startSending, typed.confirms ? 0 : gatherMilliseconds)
  }

  function startSending(): void {
    clearTimeout(timer)
    if (sending === undefined) void sendAll()
  }

  async function sendAll(): Promise<void> {
    for (let next = first(waiting); next && !ended.signal.aborted; next = first(waiting)) {
      waiting.delete(next.row)
      sending = next
      const row = await deliver(next)
      if (row === undefined) return
      sending = undefined
      answered(row)
    }
    show()
  }

  /** The row as it is on disk; undefined when the session is over. */
  async function deliver({ confirms, ...typed }: TypedTarget): Promise<TranslationRow | undefined> {
    const { translations } = connection.client
    for (let attempt = 0; !ended.signal.aborted; attempt += 1) {
      try {
        const words = { document, profile, ...typed, before: [...typed.before], target: [...typed.target] }
        const row = confirms ? await translations.confirm(words) : await translations.write(words)
        savedAt = Date.now()
        refused = undefined
        return row
      } catch (error) {
        refused = failureOf(error)
        show()
        await rest(Math.min(backoff(attempt), retryMilliseconds))
      }
    }
    return undefined
  }

  async function rest(milliseconds: number): Promise<void> {
    const woken = new AbortController()
    wake = () => woken.abort()
    await pause(milliseconds, AbortSignal.any([woken.signal, ended.signal]))
  }

  const stopWatching = connection.state.subscribe(() => {
    if (isConnected()) wake()
    show()
  })

  return {
    state,
    add,
    waitingFor: (row) => (waiting.get(row) ?? (sending?.row === row ? sending : undefined))?.target,
    flush() {
      startSending()
      return untilValue<SaveState, SaveState>(state, (now): now is SaveState => now.kind !== 'saving')
    },
    hasUnsaved,
    retry: () => wake(),
    close() {
      clearTimeout(timer)
      stopWatching()
      ended.abort()
    },
  }
}

function first(waiting: ReadonlyMap<string, TypedTarget>): TypedTarget | undefined {
  for (const typed of waiting.values()) return typed
  return undefined
}
