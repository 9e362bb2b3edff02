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

/** Makes a document of its first update; one that exists stays as it is. */
export function createDocument(parts: Parts, creation: Creation): Result<number, Failure> {
  const { store, clock, writer, cache, changes, judge } = parts
  const { document, language, profile } = creation
  if (findDocument(store.read, document)) return succeed(lastSeq(store.read, document))
  const parsed = parseUpdates(document, [creation.first])
  if (!parsed.ok) return parsed
  const doc = new Y.Doc()
  const taken = takeUpdate(document, doc, parsed.value)
  if (!taken.ok) return taken
  const refusal = judge(document, doc, null)
  if (refusal) return fail(refusal)
  try {
    const { seq } = store.write((db) => {
      insertDocument(db, { id: document, language, at: clock.now(), profile })
      const row = {
        document,
        profile,
        client: '',
        batch: null,
        bytes: parsed.value,
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
