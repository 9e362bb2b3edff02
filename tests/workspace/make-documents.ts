import { articleUpdate } from '#documents/article.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { createDocumentService, type DocumentOptions } from '#workspace/documents/document-service.ts'
import { makeArticle, typeText } from './article.ts'
import { makeClock, makeStore } from './make-store.ts'

export const documentOne = articleDocument('0199a000-0000-7000-8000-000000000001')
export const documentTwo = articleDocument('0199a000-0000-7000-8000-000000000002')

/** A document service over a real store. */
export function makeDocuments(options: Partial<DocumentOptions> = {}) {
  const clock = options.clock ?? makeClock()
  const store = options.store ?? makeStore({ clock })
  return { store, clock, documents: createDocumentService({ ...options, store, clock }) }
}

export async function createArticle(
  documents: ReturnType<typeof createDocumentService>,
  document: DocumentId = documentOne,
  article = makeArticle(),
): Promise<number> {
  const created = await documents.create(document, 'vi', articleUpdate(article), 'lan')
  if (!created.ok) throw new Error(JSON.stringify(created.failure))
  return created.value
}

export { makeArticle, typeText }
