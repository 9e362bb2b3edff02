import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useMinute } from '../../ui/use-minute.ts'
import styles from './QueueList.module.css'

/** When a text is due; one that is late says so in words. */
export function DeadlineMark({ deadline }: Readonly<{ deadline: string }>) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const now = useMinute()
  const at = Date.parse(deadline)
  if (Number.isNaN(at)) return <span>{t('noDeadline')}</span>
  const late = at < now
  return (
    <span className={late ? styles['late'] : undefined}>
      {t(late ? 'overdue' : 'deadline', { when: format.shortMoment(at, now) })}
    </span>
  )
}
