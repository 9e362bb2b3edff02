import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMinute } from '../../ui/use-minute.ts'
import { DeadlineMark } from './DeadlineMark.tsx'
import styles from './QueueList.module.css'

type Props = Readonly<{
  items: readonly QueueItem[]
  chosen: string | null
  mine: number
  onChoose(submission: string): void
}>

/** What waits, the most urgent first. */
export function QueueList({ items, chosen, mine, onChoose }: Props) {
  const { t } = useTranslation('review')
  return (
    <div className={styles['list']}>
      <div className={styles['head']}>
        <h2>{t('queue')}</h2>
        <span>{t('mine', { count: mine })}</span>
      </div>
      <ul className={styles['items']}>
        {items.map((item) => (
          <li key={item.submission}>
            <QueueRow item={item} chosen={item.submission === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type RowProps = Readonly<{ item: QueueItem; chosen: boolean; onChoose(submission: string): void }>

function QueueRow({ item, chosen, onChoose }: RowProps) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const now = useMinute()
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => onChoose(item.submission)}
    >
      <span className={styles['title']}>{item.title || t('common:untitled')}</span>
      <span className={styles['facts']}>
        <DeadlineMark deadline={item.deadline} />
        <span>
          {now - item.submittedAt < 60_000
            ? t('sinceNow')
            : t('since', { when: format.relative(item.submittedAt, now) })}
        </span>
      </span>
      <span className={styles['facts']}>
        <span>{item.submittedBy.name}</span>
        <span>{t('common:words', { count: item.words })}</span>
        <span>{item.round > 1 ? t('sentAgain', { count: item.round }) : t('first')}</span>
        {item.blocked !== null && <span>{t(item.blocked === 'self-approval' ? 'mineToo' : 'notMine')}</span>}
      </span>
    </button>
  )
}
