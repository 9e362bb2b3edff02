import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { trackOf, translationOf } from '#domain/document-id.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { SideFacts, SideList, SideRow, SideRows } from '../../ui/SideList.tsx'
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
    <SideList title={t('queue')} head={<span className={styles['mine']}>{t('mine', { count: mine })}</span>}>
      <SideRows>
        {items.map((item) => (
          <QueueRow
            key={item.submission}
            item={item}
            chosen={item.submission === chosen}
            onChoose={onChoose}
          />
        ))}
      </SideRows>
    </SideList>
  )
}

type RowProps = Readonly<{ item: QueueItem; chosen: boolean; onChoose(submission: string): void }>

function QueueRow({ item, chosen, onChoose }: RowProps) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const now = useMinute()
  return (
    <SideRow title={item.title} chosen={chosen} onChoose={() => onChoose(item.submission)}>
      <SideFacts>
        <DeadlineMark deadline={item.deadline} />
        <span>
          {now - item.submittedAt < 60_000
            ? t('sinceNow')
            : t('since', { when: format.relative(item.submittedAt, now) })}
        </span>
      </SideFacts>
      <SideFacts>
        <span>{item.submittedBy.name}</span>
        {translationOf(item.document) && <span>{t(`common:tongue.${item.language}`, item.language)}</span>}
        {trackOf(item.document) && (
          <span>{t('trackIn', { language: t(`common:tongue.${item.language}`, item.language) })}</span>
        )}
        <span>{t('common:words', { count: item.words })}</span>
        <span>{item.round > 1 ? t('sentAgain', { count: item.round }) : t('first')}</span>
        {item.blocked !== null && <span>{t(item.blocked === 'self-approval' ? 'mineToo' : 'notMine')}</span>}
      </SideFacts>
    </SideRow>
  )
}
