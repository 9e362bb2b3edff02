import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../client/client.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { MadePackage } from './MadePackage.tsx'
import styles from './StoryBoard.module.css'

/** What was made of the story, newest first. */
export function MadePackages({ article }: Readonly<{ article: string }>) {
  const { t } = useTranslation('publishing')
  const { data, error } = useQuery(orpc.packages.list.queryOptions({ input: { article } }))
  return (
    <section aria-label={t('packages')}>
      <h3 className={styles['section']}>{t('packages')}</h3>
      <ErrorNotice error={error} />
      {data?.length === 0 && <p className={styles['facts']}>{t('noPackages')}</p>}
      {data?.map((row) => (
        <MadePackage key={row.id} row={row} />
      ))}
    </section>
  )
}
