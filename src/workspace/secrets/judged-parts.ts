import type * as Y from 'yjs'
import { readArticle } from '#documents/article.ts'
import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import { type JudgedPart, judgedParts } from '#domain/secret-stamps.ts'

/** Articles by block and field; documents of other kinds by their root texts and plain values. */
export function judgedPartsOf(document: DocumentId, doc: Y.Doc): readonly JudgedPart[] {
  if (articleIdOf(document) !== undefined) return judgedParts(readArticle(doc))
  return [...doc.share.keys()].flatMap((name) =>
    name.includes('/')
      ? [{ id: name, text: doc.getText(name).toString() }]
      : stringsIn(doc.getMap(name).toJSON(), name),
  )
}

export function stringsIn(value: unknown, at: string): readonly JudgedPart[] {
  if (typeof value === 'string') return [{ id: at, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => stringsIn(inner, `${at}/${name}`))
}
