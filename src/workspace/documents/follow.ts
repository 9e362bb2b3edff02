import * as Y from 'yjs'
import type { DocumentEvent } from '#contract/documents.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { createBell } from '../store/bell.ts'
import type { ReadHandle } from '../store/database.ts'
import { encodeBase64 } from './base64.ts'
import { buildDocument } from './cache.ts'
import type { Changes } from './changes.ts'
import { findDocument, type LogRow, lastSeq, rowsAfter, snapshotOf } from './log.ts'

const rowsAtOnce = 500

/**
 * What is appended after a log position, read from the log itself: what is on disk is told, in order, each row
 * once. Rows that compaction took in are told as one whole state, which repeats nothing a document would notice.
 */
export async function* followDocument(
  db: ReadHandle,
  changes: Changes,
  document: DocumentId,
  after: number,
  signal?: AbortSignal,
): AsyncGenerator<DocumentEvent> {
  const bell = createBell(signal)
  const stop = changes.onChange((changed) => (changed === document ? bell.ring() : undefined))
  let position = after
  try {
    while (!signal?.aborted) {
      const events = eventsAfter(db, document, position)
      for (const event of events) {
        yield event
        position = event.seq
      }
      if (events.length === 0) await bell.rung()
    }
  } finally {
    stop()
  }
}

function eventsAfter(db: ReadHandle, document: DocumentId, after: number): readonly DocumentEvent[] {
  const newest = lastSeq(db, document)
  const replaced = findDocument(db, document)?.replacedSeq ?? 0
  // A position beyond the log is of a workspace that was since restored: what it saw is not here.
  if (replaced > after || after > newest) return [{ kind: 'replaced', seq: newest }]
  if (after === newest) return []
  const snapshot = snapshotOf(db, document)
  if (snapshot && snapshot.seq > after) return [wholeState(db, document, snapshot.bytes, newest)]
  return byClient(rowsAfter(db, document, after, rowsAtOnce))
}

function wholeState(db: ReadHandle, document: DocumentId, snapshot: Uint8Array, seq: number): DocumentEvent {
  const rows = rowsAfter(db, document, 0, Number.MAX_SAFE_INTEGER)
  const built = buildDocument([snapshot, ...rows.map(({ bytes }) => bytes)])
  if (!built.ok) throw new Error(`${document} does not load: ${built.failure}`)
  return { kind: 'updates', seq, client: '', updates: [encodeBase64(Y.encodeStateAsUpdate(built.value))] }
}

/** Neighbouring rows of one client make one event. */
function byClient(rows: readonly LogRow[]): readonly DocumentEvent[] {
  const events: { kind: 'updates'; seq: number; client: string; updates: string[] }[] = []
  for (const { seq, client, bytes } of rows) {
    const last = events.at(-1)
    if (last?.client === client) {
      last.updates.push(encodeBase64(bytes))
      last.seq = seq
    } else {
      events.push({ kind: 'updates', seq, client, updates: [encodeBase64(bytes)] })
    }
  }
  return events
}
