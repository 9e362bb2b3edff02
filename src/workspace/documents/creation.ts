import { setImmediate as breath } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Failure } from '#contract/failures.ts'
import { minReader } from '#documents/schema.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { faultOrThrow } from '../store/faults.ts'
import { parseUpdates, takeUpdate } from './border.ts'
import { findDocument, insertDocument, lastSeq } from './log.ts'
import type { Parts } from './parts.ts'

type Creation = Readonly<{ document: DocumentId; language: string; first: Uint8Array; profile: string }>

/** Bytes of a first update that are read within a moment; a book is read with pauses, so that whoever types is answered. */
const briefUpdate = 100_000

/** Makes a document of its first update; one that exists stays as it is. */
export async function createDocument(parts: Parts, creation: Creation): Promise<Result<number, Failure>> {
  const { store, judge } = parts
  const { document, first } = creation
  const pause = () => (first.length > briefUpdate ? breath() : undefined)
  if (findDocument(store.read, document)) return succeed(lastSeq(store.read, document))
  const parsed = parseUpdates(document, [first])
  if (!parsed.ok) return parsed
  await pause()
  const doc = new Y.Doc()
  const taken = takeUpdate(document, doc, parsed.value)
  if (!taken.ok) return taken
  await pause()
  const refusal = judge(document, doc, null)
  if (refusal) return fail(refusal)
  await pause()
  // somebody may have made it in a pause
  if (findDocument(store.read, document)) return succeed(lastSeq(store.read, document))
  return writeNew(parts, creation, doc, parsed.value)
}

function writeNew(
  { store, clock, writer, cache, changes }: Parts,
  { document, language, profile }: Creation,
  doc: Y.Doc,
  bytes: Uint8Array,
): Result<number, Failure> {
  try {
    const { seq } = store.write((db) => {
      insertDocument(db, { id: document, language, at: clock.now(), profile })
      const row = {
        document,
        profile,
        client: '',
        batch: null,
        bytes,
        minReader: minReader(doc),
      }
      return writer.insert(db, row)
    })
    cache.keep({ id: document, doc, seq })
    changes.note(document)
    changes.tell()
    return succeed(seq)
  } catch (error) {
    return fail(faultOrThrow(error, store.read.name))
  }
}
