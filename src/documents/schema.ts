import type * as Y from 'yjs'

/** The newest document schema this program reads and writes. */
export const documentSchema = 1

// Every version is a key of its own and keys are only added: two machines that raise it at once cannot
// overwrite each other, and no undo or restore lowers it.
function versions(doc: Y.Doc): Y.Map<true> {
  return doc.getMap<true>('minReader')
}

/** The schema a reader must know to edit this document: the maximum of its keys, 1 when it has none. */
export function minReader(doc: Y.Doc): number {
  return Math.max(1, ...[...versions(doc).keys()].map(Number).filter(Number.isInteger))
}

/** Says that the document now holds what readers before `version` would spoil. */
export function raiseMinReader(doc: Y.Doc, version: number): void {
  if (minReader(doc) < version) versions(doc).set(String(version), true)
}

/** False when the document was written by a newer program: it opens read-only and takes no appends. */
export function isReadable(doc: Y.Doc): boolean {
  return minReader(doc) <= documentSchema
}
