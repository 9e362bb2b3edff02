import type { DocumentId } from '#domain/document-id.ts'
import { connection } from './client.ts'
import { openTranslationSession, type TranslationSession } from './translation-session.ts'
import { type Opened, useOpenedSession } from './use-opened-session.ts'

/** A person's session of a translation, or of none. */
export function useTranslationSession(
  document: DocumentId | null,
  profile: string,
): Opened<TranslationSession> {
  const name = document === null ? null : `${profile} ${document}`
  return useOpenedSession(name, () => openTranslationSession(connection, document as DocumentId, profile))
}
