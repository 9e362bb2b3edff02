import * as Y from 'yjs'

/** A remark on a sentence of a translation; `row` is the row's id when it was made, `source` its sentence then. */
export type Comment = Readonly<{
  id: string
  row: string
  source: string
  text: string
  by: string
  at: number
  resolved: boolean
}>
type Entry = Omit<Comment, 'id' | 'resolved'>

// A document of its own: who comments is no author of the text (TRUST6).
function entries(doc: Y.Doc): Y.Map<Entry> {
  return doc.getMap<Entry>('comments')
}

/** Comment id → who has settled it. */
function resolutions(doc: Y.Doc): Y.Map<string> {
  return doc.getMap<string>('resolved')
}

/** All comments, the oldest first; what has not their shape is left out. */
export function readComments(doc: Y.Doc): readonly Comment[] {
  return [...entries(doc)]
    .filter((entry): entry is [string, Entry] => isEntry(entry[1]))
    .map(([id, entry]) => ({ id, ...entry, resolved: resolutions(doc).has(id) }))
    .sort((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1))
}

export function addComment(doc: Y.Doc, { id, ...entry }: Omit<Comment, 'resolved'>): void {
  if (!entries(doc).has(id)) entries(doc).set(id, entry)
}

export function resolveComment(doc: Y.Doc, id: string, by: string | null): void {
  if (by === null) resolutions(doc).delete(id)
  else resolutions(doc).set(id, by)
}

/** Takes comments out for good (SEC1); what has not their shape goes, too. */
export function eraseComments(doc: Y.Doc, goes: (comment: Comment) => boolean): void {
  const staying = new Set(readComments(doc).flatMap((comment) => (goes(comment) ? [] : [comment.id])))
  for (const map of [entries(doc), resolutions(doc)]) {
    for (const id of [...map.keys()]) if (!staying.has(id)) map.delete(id)
  }
}

/** A document without a comment, as one Yjs update (v1). */
export function commentsUpdate(): Uint8Array {
  return Y.encodeStateAsUpdate(new Y.Doc())
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  const texts = ['row', 'source', 'text', 'by'].every((name) => typeof fields.get(name) === 'string')
  return texts && typeof fields.get('at') === 'number'
}
