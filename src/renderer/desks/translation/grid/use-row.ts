import { useCallback, useSyncExternalStore } from 'react'
import type { TranslationRow } from '#contract/translations.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'

/** One row as it stands: drawn again only when that row changed. */
export function useRow(session: TranslationSession, id: string): TranslationRow | undefined {
  return useSyncExternalStore(
    session.rows.subscribe,
    useCallback(() => session.rows.get().get(id), [session, id]),
  )
}
