import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../../client/client.ts'
import { ErrorNotice } from '../../../ui/failure/ErrorNotice.tsx'
import styles from '../StoryBoard.module.css'
import { Posting } from './Posting.tsx'

/** Where the story stands by now, the newest first. */
export function Postings({ article }: Readonly<{ article: string }>) {
  const { t } = useTranslation('publishing')
  const { data, error } = useQuery(orpc.publications.list.queryOptions({ input: { article } }))
  if (data?.length === 0) return null
  return (
    <section aria-label={t('post.list')}>
      <h3 className={styles['section']}>{t('post.list')}</h3>
      <ErrorNotice error={error} />
      {data?.map((posting) => (
        <Posting key={posting.record} posting={posting} />
      ))}
    </section>
  )
}
