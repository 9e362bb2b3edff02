import { Button, Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useReinstate } from '#renderer/ui/workflow/use-reinstate.ts'
import { ArticleMenu, type MenuPlace } from './ArticleMenu.tsx'
import { type ArticleFilter, everything, isFiltered } from './article-filter.ts'
import { EmptyList } from './EmptyList.tsx'
import { ListFilters } from './ListFilters.tsx'
import { RowsBox } from './RowsBox.tsx'
import { useArticleRows } from './use-article-rows.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const top = { first: 0, last: 20 }

type Props = Readonly<{
  open: string | null
  onOpen: (article: string) => void
  onNew: () => void
  onImport: () => void
  creating: boolean
}>

/** All articles: search, filter, choose, open. Fifty thousand rows are one scroll. */
export function ArticleList({ open, onOpen, onNew, onImport, creating }: Props) {
  const { t } = useTranslation('writing')
  const [filter, setFilter] = useState(everything)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [withdrawing, setWithdrawing] = useState<readonly ArticleRow[]>([])
  const [view, setView] = useState(top)
  const scroller = useRef<HTMLDivElement>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const [asked] = useDebouncedValue(filter, 150, { leading: true })
  const rows = useArticleRows(asked, view)
  const format = useFormat()
  const reinstate = useReinstate()
  const changeFilter = useCallback((next: ArticleFilter) => {
    setFilter(next)
    setView(top)
  }, [])
  const enterRows = useCallback(() => scroller.current?.focus(), [])
  return (
    <section className="wd-list" aria-label={t('list.label')}>
      <div className="wd-list-head">
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={onNew} loading={creating}>
          {t('action.new')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileImport size={15} aria-hidden />}
          onClick={onImport}
        >
          {t('action.import')}
        </Button>
        {rows.total > 0 && (
          <span className="wd-list-count">
            {t('list.count', { count: rows.total, formatted: format.number(rows.total) })}
          </span>
        )}
        {rows.waiting && <Loader size={14} aria-label={t('list.loading')} />}
      </div>
      <ListFilters filter={filter} onChange={changeFilter} searchBox={searchBox} onLeave={enterRows} />
      <ErrorNotice error={rows.error ?? reinstate.error} />
      {rows.total === 0 && !rows.waiting && rows.error === null ? (
        <EmptyList filtered={isFiltered(filter)} onClear={() => changeFilter(everything)} />
      ) : (
        <RowsBox
          key={JSON.stringify(asked)}
          rows={rows}
          view={view}
          open={open}
          query={asked.text}
          box={scroller}
          onView={setView}
          onOpen={onOpen}
          onMenu={setMenu}
          onType={() => searchBox.current?.focus()}
        />
      )}
      <ArticleMenu
        place={menu}
        onClose={() => setMenu(null)}
        onOpen={(row) => onOpen(row.id)}
        onWithdraw={setWithdrawing}
        onReinstate={(taken) => reinstate.mutate(taken.map((row) => row.id))}
      />
      {withdrawing.length > 0 && <WithdrawDialog rows={withdrawing} onClose={() => setWithdrawing([])} />}
    </section>
  )
}
