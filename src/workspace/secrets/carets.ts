import type { DocumentId } from '#domain/document-id.ts'

/** Where each client is typing. One client's caret says nothing of another's. */
export type Carets = Readonly<{
  move(client: string, document: DocumentId, block: string | null): void
  /** The blocks that somebody is typing in. */
  blocks(document: DocumentId): readonly string[]
  clear(document: DocumentId): void
  /** Answers the documents in which a client was typing until now. */
  leave(client: string): readonly DocumentId[]
  leaveAll(): readonly DocumentId[]
}>

export function createCarets(): Carets {
  const typedIn = new Map<DocumentId, Map<string, string>>()

  function move(client: string, document: DocumentId, block: string | null): void {
    const clients = typedIn.get(document) ?? new Map<string, string>()
    if (block === null) clients.delete(client)
    else clients.set(client, block)
    if (clients.size === 0) typedIn.delete(document)
    else typedIn.set(document, clients)
  }

  return {
    move,
    blocks: (document) => [...(typedIn.get(document)?.values() ?? [])],
    clear: (document) => typedIn.delete(document),
    leave(client) {
      const left = [...typedIn].filter(([, clients]) => clients.has(client)).map(([document]) => document)
      for (const document of left) move(client, document, null)
      return left
    },
    leaveAll() {
      const left = [...typedIn.keys()]
      typedIn.clear()
      return left
    },
  }
}
