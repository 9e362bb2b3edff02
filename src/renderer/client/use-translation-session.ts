import { useEffect, useState } from 'react'
import type { DocumentId } from '#domain/document-id.ts'
import { connection } from './client.ts'
import { openTranslationSession, type TranslationSession } from './translation-session.ts'
import { guardWindow } from './window-guard.ts'

export type OpenedTranslation =
  | Readonly<{ kind: 'opening' }>
  | Readonly<{ kind: 'failed'; error: unknown }>
  | Readonly<{ kind: 'open'; session: TranslationSession }>

/** A person's session of a translation for as long as the component shows it; saved and closed when it goes. */
export function useTranslationSession(document: DocumentId | null, profile: string): OpenedTranslation {
  const [opened, setOpened] = useState<OpenedTranslation>({ kind: 'opening' })
  useEffect(() => {
    setOpened({ kind: 'opening' })
    if (document === null) return
    let gone = false
    const opening = openTranslationSession(connection, document, profile)
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
