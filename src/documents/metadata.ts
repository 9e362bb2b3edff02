import type * as Y from 'yjs'
import { type ArticleMetadata, emptyMetadata, metadataNames } from '#domain/article.ts'

type MetadataValue = string | boolean

function metadataMap(doc: Y.Doc): Y.Map<MetadataValue> {
  return doc.getMap<MetadataValue>('metadata')
}

/** Values of a wrong type, which a broken or newer program may have left, read as unset. */
export function readMetadata(doc: Y.Doc): ArticleMetadata {
  const map = metadataMap(doc)
  const entries = metadataNames.map((name) => {
    const value = map.get(name)
    return [name, typeof value === typeof emptyMetadata[name] ? value : emptyMetadata[name]]
  })
  return Object.fromEntries(entries)
}

/** Writes only what differs, so that an unchanged field never wins over a colleague's change. */
export function setMetadata<Name extends keyof ArticleMetadata>(
  doc: Y.Doc,
  name: Name,
  value: ArticleMetadata[Name],
): void {
  if (readMetadata(doc)[name] !== value) metadataMap(doc).set(name, value)
}

export function changeMetadata(doc: Y.Doc, next: ArticleMetadata): void {
  for (const name of metadataNames) setMetadata(doc, name, next[name])
}
