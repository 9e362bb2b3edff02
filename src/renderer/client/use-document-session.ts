import { useEffect, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { DocumentId } from '#domain/document-id.ts'
import { connection } from './client.ts'
import { type DocumentSession, openDocumentSession } from './document-session.ts'
import { guardWindow } from './window-guard.ts'

export type OpenedDocument =
  | Readonly<{ kind: 'opening' }>
  /** `error` as an operation throws it: see `failureOf`. */
  | Readonly<{ kind: 'failed'; error: unknown }>
  | Readonly<{ kind: 'open'; session: DocumentSession }>

/** A person's session of a document for as long as the component shows it; saved and closed when it goes. */
export function useDocumentSession(document: DocumentId, profile: string): OpenedDocument {
  const [opened, setOpened] = useState<OpenedDocument>({ kind: 'opening' })
  useEffect(() => {
    let gone = false
    setOpened({ kind: 'opening' })
    const opening = openDocumentSession(connection, document, profile)
    const guarded = opening.then(guardWindow)
    opening.then(
      (session) => gone || setOpened({ kind: 'open', session }),
      (error: unknown) => gone || setOpened({ kind: 'failed', error }),
    )
    return () => {
      gone = true
      guarded.then(
        (release) => release(),
        () => undefined,
      )
    }
  }, [document, profile])
  return opened
}

/** The Yjs document to bind; another one after a purge. */
export function useSessionDoc(session: DocumentSession): Y.Doc {
  return useSyncExternalStore(session.doc.subscribe, session.doc.get)
}
