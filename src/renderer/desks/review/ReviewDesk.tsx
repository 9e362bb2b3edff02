import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../client/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { DeskLayout } from '../../ui/frame/DeskLayout.tsx'
import { QueueList } from './QueueList.tsx'
import { ReviewInspector } from './ReviewInspector.tsx'
import { SubmissionReader } from './SubmissionReader.tsx'
import { useChosenItem } from './use-chosen-item.ts'

/** The review desk (Duyệt): what waits, by deadline; what it changes; approve or return. */
export function ReviewDesk() {
  const { t } = useTranslation('review')
  const { data, error, isPending } = useQuery(orpc.workflow.queue.queryOptions())
  const items = data?.items ?? []
  const { item, choose, move, decided } = useChosenItem(items)
  if (!isPending && !error && items.length === 0) {
    return (
      <DeskLayout label={t('desk')}>
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      </DeskLayout>
    )
  }
  return (
    <DeskLayout
      label={t('desk')}
      list={
        <QueueList
          items={items}
          chosen={item?.submission ?? null}
          mine={data?.waitingForMe ?? 0}
          onChoose={choose}
        />
      }
      inspector={item ? <ReviewInspector item={item} onDecided={decided} /> : undefined}
    >
      <ErrorNotice error={error} />
      {item && <SubmissionReader key={item.submission} item={item} onMove={move} onDecided={decided} />}
    </DeskLayout>
  )
}
