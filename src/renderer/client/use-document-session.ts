import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { DocumentId } from '#domain/document-id.ts'
import { connection } from './client.ts'
import { type DocumentSession, openDocumentSession } from './document-session.ts'
import { type Opened, useOpenedSession } from './use-opened-session.ts'

export type OpenedDocument = Opened<DocumentSession>

/** A person's session of a document. */
export function useDocumentSession(document: DocumentId, profile: string): OpenedDocument {
  return useOpenedSession(`${profile} ${document}`, () => openDocumentSession(connection, document, profile))
}

/** The Yjs document to bind; another one after a purge. */
export function useSessionDoc(session: DocumentSession): Y.Doc {
  return useSyncExternalStore(session.doc.subscribe, session.doc.get)
}
