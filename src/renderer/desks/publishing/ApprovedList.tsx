import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import styles from './ApprovedList.module.css'

/** Rows drawn at once; more than this is found by typing, not by scrolling. */
const rowsShown = 200

type Props = Readonly<{ chosen: string | null; onChoose(id: string): void }>

/** The articles that may leave, newest first. */
export function ApprovedList({ chosen, onChoose }: Props) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const [query, setQuery] = useState('')
  const text = useDeferredValue(query.trim())
  const { data, error } = useQuery(
    orpc.articles.list.queryOptions({
      input: { text, states: ['approved'], order: 'updated', limit: rowsShown },
      placeholderData: (before) => before,
    }),
  )
  if (data?.total === 0 && text === '') {
    return <EmptyState title={t('emptyList')} hint={t('emptyListHint')} />
  }
  return (
    <div className={styles['list']}>
      <div className={styles['head']}>
        <h2>{t('list')}</h2>
        <TextInput
          size="xs"
          aria-label={t('filter')}
          placeholder={t('filter')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        {data && data.total > data.rows.length && (
          <p className={styles['shown']}>
            {t('shown', { shown: format.number(data.rows.length), total: format.number(data.total) })}
          </p>
        )}
      </div>
      <ErrorNotice error={error} />
      {data?.total === 0 && <p className={styles['head']}>{t('noMatch')}</p>}
      <ul className={styles['items']}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <ApprovedRow row={row} chosen={row.id === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type RowProps = Readonly<{ row: ArticleRow; chosen: boolean; onChoose(id: string): void }>

function ApprovedRow({ row, chosen, onChoose }: RowProps) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const now = useMinute()
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => onChoose(row.id)}
    >
      <span className={styles['title']}>{row.title || t('common:untitled')}</span>
      <span className={styles['facts']}>
        <span>{format.shortMoment(row.updatedAt, now)}</span>
        {row.section !== '' && <span>{t(`common:section.${row.section}`, row.section)}</span>}
        {row.changedSinceApproval && <span>{t('state.newerUnapproved')}</span>}
      </span>
    </button>
  )
}
