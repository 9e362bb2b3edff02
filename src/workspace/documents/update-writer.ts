import { type Failure, failure } from '#contract/failures.ts'
import { documentSchema } from '#documents/schema.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Clock } from '../store/clock.ts'
import type { WriteHandle } from '../store/database.ts'
import { diskFault } from '../store/faults.ts'
import type { Store } from '../store/store.ts'
import { insertBatch, type Saved } from './batches.ts'
import { highestSequence, recordContribution } from './contributions.ts'
import { insertRow, type NewRow, raiseMinReader, replaceRows } from './log.ts'

export type NewUpdate = Readonly<{
  document: DocumentId
  profile: string
  client: string
  /** Null for what the workspace itself writes: it is never repeated. */
  batch: string | null
  bytes: Uint8Array
  minReader: number
}>

export type UpdateWriter = Readonly<{
  /** Row, contribution and batch, inside the caller's transaction. A batch that is a repeat never comes here. */
  insert(db: WriteHandle, update: NewUpdate): Saved
  /** A row of what came from another workspace, inside the caller's transaction: nobody here is its author. */
  take(db: WriteHandle, update: Pick<NewUpdate, 'document' | 'bytes' | 'minReader'>): number
  /** Puts one state in the place of all a document's rows, inside the caller's transaction. */
  replace(db: WriteHandle, document: DocumentId, state: Uint8Array): number
  /** Joins the next group commit; settles when the update is on disk, or is nowhere (SAFE1). */
  joinGroup(update: NewUpdate): Promise<Result<Saved, Failure>>
  /** What becomes of a batch that waits for its commit: its repeat waits with it. */
  waitingBatch(client: string, batch: string): Promise<Result<Saved, Failure>> | undefined
  /** Commits now what waits for this document; the failure says that it is nowhere now. */
  settle(document: DocumentId): Failure | undefined
}>

/** Writes updates into the log. `committed` and `refused` are called before anything else can run. */
export function createUpdateWriter(
  store: Store,
  clock: Clock,
  committed: (document: DocumentId, saved: Saved) => void,
  refused: (document: DocumentId) => void,
): UpdateWriter {
  const waiting = new Map<DocumentId, number>()
  const batches = new Map<string, Promise<Result<Saved, Failure>>>()
  /** Why the commit under way refused a document's updates. */
  const refusals = new Map<DocumentId, Failure>()
  /** Read when something is first written: with many documents it takes longer than a start should. */
  let highest: number | undefined
  function nextSequence(db: WriteHandle): number {
    highest = (highest ?? highestSequence(db, store.device)) + 1
    return highest
  }

  function insert(db: WriteHandle, update: NewUpdate): Saved {
    const { document, profile, client, batch, bytes, minReader } = update
    const sequence = nextSequence(db)
    const { device } = store
    const at = clock.now()
    const facts = { document, device, deviceSequence: sequence, profile, client, at, schema: documentSchema }
    const seq = insertRow(db, { ...facts, bytes })
    recordContribution(db, { document, device, sequence, profile })
    raiseMinReader(db, document, minReader)
    const saved = { seq, savedAt: at }
    if (batch !== null) insertBatch(db, client, batch, saved)
    return saved
  }

  /** The facts of a row that no person wrote here. */
  function nobodysRow(db: WriteHandle, document: DocumentId, bytes: Uint8Array): NewRow {
    return {
      document,
      device: store.device,
      deviceSequence: nextSequence(db),
      profile: '',
      client: '',
      at: clock.now(),
      schema: documentSchema,
      bytes,
    }
  }

  function take(
    db: WriteHandle,
    { document, bytes, minReader }: Pick<NewUpdate, 'document' | 'bytes' | 'minReader'>,
  ) {
    const seq = insertRow(db, nobodysRow(db, document, bytes))
    raiseMinReader(db, document, minReader)
    return seq
  }

  const replace = (db: WriteHandle, document: DocumentId, bytes: Uint8Array): number =>
    replaceRows(db, nobodysRow(db, document, bytes))

  function count(document: DocumentId, change: 1 | -1): void {
    const left = (waiting.get(document) ?? 0) + change
    if (left === 0) waiting.delete(document)
    else waiting.set(document, left)
  }

  function refusalOf(error: unknown): Failure {
    const detail = error instanceof Error ? error.message : String(error)
    return diskFault(error, store.read.name) ?? failure('internal', { detail })
  }

  function joinGroup(update: NewUpdate): Promise<Result<Saved, Failure>> {
    const { client, batch } = update
    const outcome = join(update)
    if (batch === null) return outcome
    const key = batchKey(client, batch)
    batches.set(key, outcome)
    const forget = (): void => void batches.delete(key)
    outcome.then(forget, forget)
    return outcome
  }

  function join(update: NewUpdate): Promise<Result<Saved, Failure>> {
    const { document } = update
    count(document, 1)
    return new Promise((resolve, reject) => {
      store.join<Saved>({
        chain: document,
        work: (db) => insert(db, update),
        committed(saved) {
          count(document, -1)
          committed(document, saved)
          resolve(succeed(saved))
        },
        refused(error) {
          count(document, -1)
          refused(document)
          const refusal = refusalOf(error)
          refusals.set(document, refusal)
          if (refusal.code === 'internal') reject(error)
          else resolve(fail(refusal))
        },
      })
    })
  }

  return {
    insert,
    take,
    replace,
    joinGroup,
    waitingBatch: (client, batch) => batches.get(batchKey(client, batch)),
    settle(document) {
      if (!waiting.has(document)) return undefined
      refusals.clear()
      store.flush()
      return refusals.get(document)
    },
  }
}

function batchKey(client: string, batch: string): string {
  return JSON.stringify([client, batch])
}
