import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { orpc } from '../../client/client.ts'
import { ArticleDiffView } from '../../ui/ArticleDiffView.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'

/** What the submission changes against the text approved before, or returned last. */
export function Changes({ item }: Readonly<{ item: QueueItem }>) {
  const { t } = useTranslation('review')
  const { data, error } = useQuery(
    orpc.workflow.changes.queryOptions({ input: { submission: item.submission } }),
  )
  return (
    <>
      {item.basis === 'nothing' && <p>{t('firstHint')}</p>}
      {item.basis === 'returned' && <p>{t('returnedHint')}</p>}
      <ErrorNotice error={error} />
      {data && <ArticleDiffView diff={data} language={item.language} />}
    </>
  )
}
