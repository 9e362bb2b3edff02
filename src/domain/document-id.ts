/** A shared document's name: its kind and the id it is derived from (DESIGN §4). */
export type DocumentId = `article:${string}`

export function articleDocument(articleId: string): DocumentId {
  return `article:${articleId}`
}

/** The article id in a document id, or undefined when the document is of another kind. */
export function articleIdOf(document: string): string | undefined {
  return document.startsWith('article:') ? document.slice('article:'.length) : undefined
}
