import type * as Y from 'yjs'

/**
 * What a document was read as, kept until it changes: after one key many ask. Not to be asked within a change, once
 * that has changed something.
 */
export function createReading<Value>(read: (doc: Y.Doc) => Value): (doc: Y.Doc) => Value {
  const known = new WeakMap<Y.Doc, Readonly<{ value: Value }>>()
  return (doc) => {
    const kept = known.get(doc)
    if (kept) return kept.value
    const value = read(doc)
    known.set(doc, { value })
    doc.once('afterTransaction', () => known.delete(doc))
    return value
  }
}
