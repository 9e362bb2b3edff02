import { IconLock } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import type { DocumentSession } from '#renderer/client/document-session.ts'

export type Lock = 'newer' | 'withdrawn'

/** Why a text can be read and not changed, or null when it can. */
export function lockOf(session: DocumentSession, row: ArticleRow): Lock | null {
  if (session.readOnly) return 'newer'
  return row.state === 'withdrawn' ? 'withdrawn' : null
}

export function LockedNotice({ lock }: Readonly<{ lock: Lock | null }>) {
  const { t } = useTranslation('writing')
  if (lock === null) return null
  return (
    <p className="wd-locked" role="status">
      <IconLock size={16} aria-hidden />
      {t(`locked.${lock}`)}
    </p>
  )
}

/** Said when others' edits no longer arrive here; what is written here is still saved. */
export function UnfollowedNotice({ session }: Readonly<{ session: DocumentSession }>) {
  const { t } = useTranslation('writing')
  const failure = useSyncExternalStore(session.unfollowed.subscribe, session.unfollowed.get)
  if (failure === null) return null
  return (
    <p className="wd-locked" role="status">
      {t('locked.unfollowed')}
    </p>
  )
}
