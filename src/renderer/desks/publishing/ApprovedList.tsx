import { Button, TextInput } from '@mantine/core'
import { IconListDetails, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import type { WorkflowState } from '#domain/workflow-state.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { SideFacts, SideList, SideRow, SideRows } from '../../ui/SideList.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import styles from './ApprovedList.module.css'

/** Rows drawn at once; more than this is found by typing, not by scrolling. */
const rowsShown = 200

type Props = Readonly<{
  chosen: string | null /** Null: the log of all that was posted. */
  onChoose(id: string | null): void
}>

/** The articles that may leave, newest first. */
export function ApprovedList({ chosen, onChoose }: Props) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const [query, setQuery] = useState('')
  const text = useDeferredValue(query.trim())
  const { rows, total, error } = useRows(text)
  if (total === 0 && text === '') {
    return <EmptyState title={t('emptyList')} hint={t('emptyListHint')} />
  }
  const head = (
    <>
      <Button
        size="xs"
        variant={chosen === null ? 'light' : 'subtle'}
        leftSection={<IconListDetails size={15} aria-hidden />}
        onClick={() => onChoose(null)}
      >
        {t('log.title')}
      </Button>
      <TextInput
        className={styles['filter'] ?? ''}
        size="xs"
        aria-label={t('filter')}
        placeholder={t('filter')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {total !== undefined && total > rows.length && (
        <p className={styles['shown']}>
          {t('shown', { shown: format.number(rows.length), total: format.number(total) })}
        </p>
      )}
      {total === 0 && <p className={styles['shown']}>{t('noMatch')}</p>}
    </>
  )
  return (
    <SideList title={t('list')} head={head}>
      <ErrorNotice error={error} />
      <SideRows>
        {rows.map((row) => (
          <ApprovedRow key={row.id} row={row} chosen={row.id === chosen} onChoose={onChoose} />
        ))}
      </SideRows>
    </SideList>
  )
}

/**
 * Articles with an approved text: those that stand approved, and those whose newer text was sent or returned since.
 * The second kind is few, and told by its mark.
 */
function useRows(text: string) {
  const approved = useRowsOf(text, ['approved'])
  const sentAgain = useRowsOf(text, ['inReview', 'returned', 'conflict'])
  const again = sentAgain.data?.rows.filter(({ changedSinceApproval }) => changedSinceApproval) ?? []
  const found = [...(approved.data?.rows ?? []), ...again]
  const approvals = useQuery({
    ...orpc.packages.approvals.queryOptions({ input: { articles: found.map(({ id }) => id) } }),
    enabled: found.length > 0,
    placeholderData: (before) => before,
  })
  const times = new Map(approvals.data?.map(({ article, approvedAt }) => [article, approvedAt]))
  const stale = useStaleLanguages()
  const rows = found
    .map((row) => ({ ...row, approvedAt: times.get(row.id) ?? null, stale: stale.get(row.id) ?? [] }))
    .sort((one, other) => (other.approvedAt ?? other.updatedAt) - (one.approvedAt ?? one.updatedAt))
  const total = approved.data && sentAgain.data ? approved.data.total + again.length : undefined
  return { rows, total, error: approved.error ?? sentAgain.error ?? approvals.error }
}

/** The approved translations of each article that its source left behind (FLOW1). */
function useStaleLanguages(): ReadonlyMap<string, readonly string[]> {
  const { data } = useQuery(orpc.translations.list.queryOptions({ input: { limit: 1000 } }))
  const stale = data?.filter(({ readiness }) => readiness === 'stale') ?? []
  return new Map(
    [...Map.groupBy(stale, ({ article }) => article)].map(([article, all]) => [
      article,
      all.map(({ language }) => language),
    ]),
  )
}

function useRowsOf(text: string, states: readonly WorkflowState[]) {
  return useQuery(
    orpc.articles.list.queryOptions({
      input: { text, states: [...states], order: 'updated', limit: rowsShown },
      placeholderData: (before) => before,
    }),
  )
}

type ApprovedArticle = ArticleRow & Readonly<{ approvedAt: number | null; stale: readonly string[] }>
type RowProps = Readonly<{ row: ApprovedArticle; chosen: boolean; onChoose(id: string): void }>

function ApprovedRow({ row, chosen, onChoose }: RowProps) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const now = useMinute()
  return (
    <SideRow title={row.title} chosen={chosen} onChoose={() => onChoose(row.id)}>
      <SideFacts>
        <span>{format.shortMoment(row.updatedAt, now)}</span>
        {row.section !== '' && <span>{t(`common:section.${row.section}`, row.section)}</span>}
        {row.changedSinceApproval && <span>{t('state.newerUnapproved')}</span>}
        {row.stale.length > 0 && (
          <span>
            {format.list(row.stale.map((language) => t(`common:tongue.${language}`, language)))}:{' '}
            {t('state.stale')}
          </span>
        )}
      </SideFacts>
    </SideRow>
  )
}
