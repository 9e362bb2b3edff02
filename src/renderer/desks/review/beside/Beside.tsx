import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { ErrorNotice } from '../../../ui/failure/ErrorNotice.tsx'
import styles from './Beside.module.css'
import { BesideSummary } from './BesideSummary.tsx'
import type { BesideRow, CheckedRows } from './checked-rows.ts'
import { RowBeside } from './RowBeside.tsx'
import { isChanged, isOpen } from './row-standing.ts'
import { useBeside } from './use-beside.ts'

const filters = ['all', 'changed', 'look'] as const
type Filter = (typeof filters)[number]

/** A translation for who cannot read it: row by row beside its source, with checks, names, numbers and terms. */
export function Beside({ item }: Readonly<{ item: QueueItem }>) {
  const { t } = useTranslation('review')
  const [filter, setFilter] = useState<Filter>('all')
  const { beside, checks, readFacts, error } = useBeside(item)
  if (!beside) return <ErrorNotice error={error} />
  const compared = item.basis !== 'nothing'
  const rows = beside.rows.flatMap((row, at) =>
    isShown(row, at, filter, compared, checks) ? [{ row, at }] : [],
  )
  return (
    <>
      <ErrorNotice error={error} />
      <BesideSummary beside={beside} checks={checks} compared={compared} />
      <SegmentedControl
        size="xs"
        aria-label={t('beside.filter')}
        value={filter}
        onChange={(value) => setFilter(filters.find((each) => each === value) ?? 'all')}
        data={filters
          .filter((each) => each !== 'changed' || compared)
          .map((value) => ({ value, label: t(`beside.filters.${value}`) }))}
      />
      {rows.length === 0 && <p>{t('beside.none')}</p>}
      <ol className={styles['rows']}>
        {rows.map(({ row, at }) => (
          <RowBeside
            key={at}
            number={at + 1}
            row={row}
            beside={beside}
            compared={compared}
            findings={checks?.get(at) ?? []}
            facts={readFacts?.(plainText(row.source), plainText(row.target)) ?? null}
          />
        ))}
      </ol>
    </>
  )
}

function isShown(
  row: BesideRow,
  at: number,
  filter: Filter,
  compared: boolean,
  checks: CheckedRows | null,
): boolean {
  if (filter === 'all') return true
  if (filter === 'changed') return compared && isChanged(row)
  return isOpen(row.state) || (checks?.get(at)?.some(({ ignored }) => ignored === null) ?? false)
}
