import {
  IconBadgeCc,
  IconLanguage,
  IconPencil,
  IconRubberStamp,
  IconSend,
  IconSettings,
  IconVocabulary,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type Desk, desks, goToDesk, place } from '../navigation.ts'
import { useStore } from '../store.ts'
import styles from './Rail.module.css'

const icons = {
  writing: IconPencil,
  translation: IconLanguage,
  video: IconBadgeCc,
  review: IconRubberStamp,
  publishing: IconSend,
  terms: IconVocabulary,
  settings: IconSettings,
}

/** The desks, with what waits for me. */
export function Rail() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.workflow.queue.queryOptions())
  const { desk: open } = useStore(place)
  return (
    <nav className={styles['rail']} aria-label={t('rail')}>
      {desks.map((desk) => (
        <DeskButton
          key={desk}
          desk={desk}
          open={desk === open}
          waiting={desk === 'review' ? (data?.waitingForMe ?? 0) : 0}
        />
      ))}
    </nav>
  )
}

function DeskButton({ desk, open, waiting }: Readonly<{ desk: Desk; open: boolean; waiting: number }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const Icon = icons[desk]
  return (
    <button
      type="button"
      className={`${styles['desk']} ${desk === 'settings' ? styles['last'] : ''}`}
      aria-current={open ? 'page' : undefined}
      onClick={() => goToDesk(desk)}
    >
      <Icon size={22} stroke={1.6} aria-hidden />
      <span>{t(`desk.${desk}`)}</span>
      {waiting > 0 && (
        <>
          <span className={styles['count']} aria-hidden>
            {format.number(waiting)}
          </span>
          <span className="tt-hidden">{t('waiting', { count: waiting })}</span>
        </>
      )}
    </button>
  )
}
