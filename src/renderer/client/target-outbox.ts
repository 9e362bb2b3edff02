import { uuidv7 } from 'uuidv7'
import type { TranslationRow } from '#contract/translations.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { Connection } from './connection.ts'
import { failureOf } from './failures.ts'
import type { SaveState } from './save-state.ts'
import { createSaving } from './saving.ts'
import type { WatchedValue } from './stores.ts'
import { backoff } from './timing.ts'

/** Typing rests this long before a target is sent; a confirmation goes at once. */
const gatherMilliseconds = 250
/** Refused targets are offered again this often. */
const retryMilliseconds = 5000

export type TypedTarget = Readonly<{
  row: string
  /** The sentence as the writer saw it: should it go meanwhile, the words are kept with it. */
  source: CodedText
  before: CodedText
  target: CodedText
  confirms: boolean
}>

export type TargetOutbox = Readonly<{
  state: WatchedValue<SaveState>
  add(typed: TypedTarget): void
  /** What is typed for a row and not known to be on disk. */
  waitingFor(row: string): TypedTarget | undefined
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

/**
 * Typed targets on their way to the disk, one after another, each until it is acknowledged (SAFE1). One that is refused
 * waits at the end of the line: it holds up no other row.
 */
export function createTargetOutbox({ connection, document, profile, answered }: Options): TargetOutbox {
  const waiting = new Map<string, TypedTarget>()
  const ended = new AbortController()
  let sending: TypedTarget | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const hasUnsaved = () => waiting.size > 0 || sending !== undefined
  const saving = createSaving(connection, hasUnsaved, ended.signal)

  function add(typed: TypedTarget): void {
    const held = waiting.get(typed.row)
    // A row that is confirmed and then typed in again is sent twice: the last word is the draft.
    waiting.set(typed.row, held ? { ...typed, source: held.source, before: held.before } : typed)
    saving.show()
    clearTimeout(timer)
    timer = setTimeout(startSending, typed.confirms ? 0 : gatherMilliseconds)
  }

  function startSending(): void {
    clearTimeout(timer)
    if (sending === undefined) void sendAll()
  }

  async function sendAll(): Promise<void> {
    const refused = new Set<string>()
    for (let next = first(waiting); next && !ended.signal.aborted; next = first(waiting)) {
      waiting.delete(next.row)
      sending = next
      if (refused.has(next.row)) {
        // Every row has had its turn since.
        await saving.rest(retryMilliseconds)
        refused.clear()
      }
      if (!(await deliver(next))) {
        refused.add(next.row)
        putBack(next)
      }
      sending = undefined
    }
    saving.show()
  }

  /** Behind the others, with what was typed on in the row meanwhile. */
  function putBack(typed: TypedTarget): void {
    const newer = waiting.get(typed.row)
    waiting.delete(typed.row)
    waiting.set(typed.row, newer ? { ...newer, source: typed.source, before: typed.before } : typed)
  }

  /**
   * True when it is on disk; false when the workspace refuses it now, or the session is over. Every try bears one id:
   * when only an answer was lost the words are not written twice.
   */
  async function deliver({ confirms, ...typed }: TypedTarget): Promise<boolean> {
    const { translations } = connection.client
    const { source, before, target } = typed
    const words = {
      ...typed,
      batch: uuidv7(),
      document,
      profile,
      source: [...source],
      before: [...before],
      target: [...target],
    }
    for (let attempt = 0; !ended.signal.aborted; attempt += 1) {
      try {
        const row = confirms ? await translations.confirm(words) : await translations.write(words)
        saving.acknowledged(Date.now())
        if (row !== null) {
          sending = undefined
          answered(row)
        }
        return true
      } catch (error) {
        const refused = failureOf(error)
        saving.failed(refused)
        if (refused !== undefined) return false
        await saving.rest(backoff(attempt))
      }
    }
    return false
  }

  return {
    state: saving.state,
    add,
    waitingFor: (row) => waiting.get(row) ?? (sending?.row === row ? sending : undefined),
    flush() {
      startSending()
      return saving.settled()
    },
    hasUnsaved,
    retry: saving.retry,
    close() {
      clearTimeout(timer)
      saving.close()
      ended.abort()
    },
  }
}

function first(waiting: ReadonlyMap<string, TypedTarget>): TypedTarget | undefined {
  for (const typed of waiting.values()) return typed
  return undefined
}
