import type { DocumentId } from '#domain/document-id.ts'
import type { ReportBug } from '../store/bugs.ts'
import { createListeners } from '../store/listeners.ts'

/** Word of durable changes: to projections once a commit, to followers of one document at once. */
export type Changes = Readonly<{
  /** Notes that a commit changed the document. */
  note(document: DocumentId): void
  /** Tells all that was noted; called with no transaction open. */
  tell(): void
  onChange(listener: (document: DocumentId) => void): () => void
}>

export function createChanges(report?: ReportBug): Changes {
  const listeners = createListeners<[DocumentId]>(report)
  const noted = new Set<DocumentId>()
  return {
    note: (document) => noted.add(document),
    onChange: listeners.add,
    tell() {
      const changed = [...noted]
      noted.clear()
      for (const document of changed) listeners.tell(document)
    },
  }
}
