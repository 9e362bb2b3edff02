import type { DocumentId } from '#domain/document-id.ts'
import { fromBase64, toBase64 } from './base64.ts'
import type { Client, Connection } from './connection.ts'
import { failureOf } from './failures.ts'
import type { SaveState } from './save-state.ts'
import { createSaving } from './saving.ts'
import type { WatchedValue } from './stores.ts'
import { backoff } from './timing.ts'

/** How long typing is gathered into one append: a keystroke alone waits no longer. */
const gatherMilliseconds = 50
const batchUpdates = 500
const batchBytes = 4 * 1024 * 1024
/** A refused batch is offered again this often at most: the disk may have room again. */
const retryMilliseconds = 5000

type Batch = Readonly<{ id: string; updates: readonly string[]; typingIn: string | null }>

export type Outbox = Readonly<{
  state: WatchedValue<SaveState>
  add(update: Uint8Array): void
  caretIn(block: string | null): void
  /** What is not known to be on disk, in order. */
  unsent(): readonly Uint8Array[]
  /** Sends at once what waits, and settles when it is acknowledged or cannot be now. */
  flush(): Promise<SaveState>
  /** True while anything typed is not known to be on disk. */
  hasUnsaved(): boolean
  /** Offers a refused batch again now. */
  retry(): void
  close(): void
}>

export type OutboxOptions = Readonly<{
  connection: Connection
  document: DocumentId
  /** This session's name; with a batch's id it makes a repeat harmless. */
  client: string
  /** Who types in this session: it is recorded as nobody else's (TRUST6). */
  profile: string
  /** All that the session's copy holds and the workspace's lacks, as one update. */
  lacking(): Promise<Uint8Array>
}>

/**
 * Local updates on their way to the disk: in order, one batch at a time, each repeated until it is acknowledged.
 * Nothing leaves the outbox but by an acknowledgement.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { connection, document, client, profile } = options
  const waiting: Uint8Array[] = []
  const ended = new AbortController()
  let sending: Batch | undefined
  let typingIn: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const hasUnsaved = () => waiting.length > 0 || sending !== undefined
  const saving = createSaving(connection, hasUnsaved, ended.signal)

  function add(update: Uint8Array): void {
    waiting.push(update)
    saving.show()
    timer ??= setTimeout(startSending, gatherMilliseconds)
  }

  function startSending(): void {
    clearTimeout(timer)
    timer = undefined
    if (sending === undefined && waiting.length > 0) void sendAll()
  }

  async function sendAll(): Promise<void> {
    while (waiting.length > 0 && !ended.signal.aborted) {
      sending = takeBatch(waiting, typingIn)
      await deliver(connection.client, sending)
      if (!ended.signal.aborted) sending = undefined
    }
    saving.show()
  }

  /** Returns when the batch is on disk, or the session is over. */
  async function deliver(operations: Client, first: Batch): Promise<void> {
    let batch = first
    for (let attempt = 0; !ended.signal.aborted; attempt += 1) {
      try {
        const answer = await operations.documents.append({
          document,
          client,
          batch: batch.id,
          updates: [...batch.updates],
          profile,
          typingIn: batch.typingIn,
        })
        saving.acknowledged(answer.savedAt)
        return
      } catch (error) {
        const refused = failureOf(error)
        saving.failed(refused)
        if (refused?.code === 'update-invalid') batch = await wholeBatch(batch)
        await saving.rest(Math.min(backoff(attempt), retryMilliseconds))
      }
    }
  }

  /** The workspace's copy lacks what the batch builds on (a backup was restored): all that it lacks goes instead. */
  async function wholeBatch(batch: Batch): Promise<Batch> {
    try {
      const lacking = await options.lacking()
      sending = { ...batch, id: crypto.randomUUID(), updates: [toBase64(lacking)] }
      return sending
    } catch {
      // Asked again with the next try.
      return batch
    }
  }

  async function flush(): Promise<SaveState> {
    startSending()
    return saving.settled()
  }

  function close(): void {
    clearTimeout(timer)
    saving.close()
    ended.abort()
  }

  const caretIn = (block: string | null) => {
    typingIn = block
  }
  const unsent = () => [...(sending?.updates.map(fromBase64) ?? []), ...waiting]
  return { state: saving.state, add, caretIn, unsent, flush, hasUnsaved, retry: saving.retry, close }
}

function takeBatch(waiting: Uint8Array[], typingIn: string | null): Batch {
  let bytes = 0
  const fits = waiting.findIndex((update, index) => {
    bytes += update.byteLength
    return index > 0 && (index >= batchUpdates || bytes > batchBytes)
  })
  const updates = waiting.splice(0, fits === -1 ? waiting.length : fits).map(toBase64)
  return { id: crypto.randomUUID(), updates, typingIn }
}
