import { ActionIcon } from '@mantine/core'
import { IconInfoCircle, IconLock, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasteNoticeState } from './use-paste.ts'

/** What a paste lost is read once; why one was refused stays longer. */
const readingTime = { warnings: 12_000, refusal: 40_000 }

/** Says quietly what a paste lost, and clearly why one was refused (SEC1). */
export function PasteNotice(props: Readonly<{ notice: PasteNoticeState | null; onClose: () => void }>) {
  const { notice, onClose } = props
  const { t } = useTranslation('editor')
  const isRefusal = notice !== null && notice.kind !== 'warnings'
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(onClose, isRefusal ? readingTime.refusal : readingTime.warnings)
    return () => clearTimeout(timer)
  }, [notice, isRefusal, onClose])
  if (!notice) return null
  const Icon = isRefusal ? IconLock : IconInfoCircle
  return (
    <div className="ed-notice" data-kind={notice.kind} role={isRefusal ? 'alert' : 'status'}>
      <Icon size={17} aria-hidden />
      <div>
        {notice.kind === 'unjudged' && <p>{t('paste.unjudged')}</p>}
        {notice.kind === 'warnings' &&
          notice.warnings.map(({ code, facts }) => <p key={code}>{t(`import:warning.${code}`, facts)}</p>)}
        {notice.kind === 'stamps' && (
          <>
            <p>
              <strong>
                {t('paste.stamp', { stamp: t(`common:stamp.${notice.hits[0]?.stamp ?? 'confidential'}`) })}
              </strong>
            </p>
            {notice.hits.slice(0, 3).map((hit) => (
              <q key={`${hit.stamp}-${hit.excerpt}`}>{hit.excerpt}</q>
            ))}
            <p>{t('paste.stampTodo')}</p>
          </>
        )}
      </div>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('paste.close')} onClick={onClose}>
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  )
}
