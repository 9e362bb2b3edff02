import { uuidv7 } from 'uuidv7'
import type * as Y from 'yjs'
import { isReadable } from '#documents/schema.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { WriteHandle } from '../store/database.ts'
import { diskFault } from '../store/faults.ts'
import { forgetBatches } from './batches.ts'
import { loadDocument } from './cache.ts'
import { compactable, compactDocument, countRows } from './compaction.ts'
import { contentOf } from './content.ts'
import { lastAuthor } from './contributions.ts'
import type { Parts } from './parts.ts'
import { insertVersion, isKept } from './revisions.ts'

const rowsWorthCompacting = { onClose: 64, whenQuiet: 8 }
const quietTime = 30 * 60_000
const atOnce = 8
const batchMemory = 14 * 24 * 60 * 60_000

/** Compacts a document that nobody has open, once it has grown enough rows. */
export function compactClosed(parts: Parts, document: DocumentId): boolean {
  parts.writer.settle(document)
  if (countRows(parts.store.read, document) < rowsWorthCompacting.onClose) return false
  return compact(parts, document)
}

/**
 * Compacts some of what has lain quiet; most documents never reach the number of rows that closing asks for. Few
 * at once, so that typing goes on between; answers how many were compacted.
 */
export function sweepDocuments(parts: Parts): number {
  const { store, clock, unswept } = parts
  store.flush()
  const quiet = compactable(store.read, rowsWorthCompacting.whenQuiet, clock.now() - quietTime)
  const chosen = quiet.filter((document) => !unswept.has(document)).slice(0, atOnce)
  const [compacted, left] = partition(chosen, (document) => compact(parts, document))
  for (const document of left) unswept.add(document)
  attempt(() => store.write((db) => forgetBatches(db, clock.now() - batchMemory)))
  return compacted.length
}

function partition<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  const passed = items.filter(test)
  return [passed, items.filter((item) => !passed.includes(item))]
}

function compact(parts: Parts, document: DocumentId): boolean {
  const { store } = parts
  const loaded = loadDocument(store.read, document)
  if (!loaded.ok || !isReadable(loaded.value.doc)) return false
  return attempt(() =>
    store.write((db) => compactDocument(db, document, (doc) => keepAutomatic(parts, db, document, doc))),
  )
}

function keepAutomatic({ clock, cache }: Parts, db: WriteHandle, document: DocumentId, doc: Y.Doc): void {
  const article = contentOf(cache, document, doc)
  if (isKept(db, document, article)) return
  const profile = lastAuthor(db, document) ?? ''
  const version = { id: uuidv7(), document, at: clock.now(), profile, reason: 'automatic', name: '' } as const
  insertVersion(db, version, article)
}

/** Upkeep may wait for a better disk: everything is still as it was. */
function attempt(work: () => unknown): boolean {
  try {
    return work() !== false
  } catch (error) {
    if (diskFault(error, '') === undefined) throw error
    return false
  }
}
