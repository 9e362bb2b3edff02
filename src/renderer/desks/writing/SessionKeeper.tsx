import { useEffect } from 'react'
import type { DocumentId } from '#domain/document-id.ts'
import { type OpenedDocument, useDocumentSession } from '#renderer/client/use-document-session.ts'
import { usePerson } from '#renderer/ui/workspace.tsx'

type Props = Readonly<{ document: DocumentId; onOpened: (opened: OpenedDocument) => void }>

/** Holds the session of the open article and tells the desk about it: editor and inspector share one. */
export function SessionKeeper({ document, onOpened }: Props) {
  const opened = useDocumentSession(document, usePerson().id)
  useEffect(() => onOpened(opened), [opened, onOpened])
  return null
}
