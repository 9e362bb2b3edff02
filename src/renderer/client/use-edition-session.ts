import { connection } from './client.ts'
import { type EditionSession, openEditionSession } from './edition-session.ts'
import { type Opened, useOpenedSession } from './use-opened-session.ts'

/** A person's session of a channel's text. */
export function useEditionSession(document: string, profile: string): Opened<EditionSession> {
  return useOpenedSession(`${profile} ${document}`, () => openEditionSession(connection, document, profile))
}
