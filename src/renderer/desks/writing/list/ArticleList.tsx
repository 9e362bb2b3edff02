import { Button, Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useCallback, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { useMinute } from '../useMinute.ts'
import { ArticleListRow } from './ArticleListRow.tsx'
import { ArticleMenu, type MenuPlace } from './ArticleMenu.tsx'
import { type ArticleFilter, everything, isFiltered } from './article-filter.ts'
import { EmptyList } from './EmptyList.tsx'
import { ListFilters } from './ListFilters.tsx'
import { chooseOne, extendTo, noChoice, rowAfterKey, toggleRow } from './row-choice.ts'
import { useArticleRows } from './useArticleRows.ts'
import { useReinstate } from './useReinstate.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const rowHeight = 84

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
  const [choice, setChoice] = useState(noChoice)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [withdrawing, setWithdrawing] = useState<readonly ArticleRow[]>([])
  const [view, setView] = useState({ first: 0, last: 20 })
  const scroller = useRef<HTMLDivElement>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [asked] = useDebouncedValue(filter, 150, { leading: true })
  const rows = useArticleRows(asked, view)
  const reinstate = useReinstate()
  const now = useMinute()
  const format = useFormat()
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    onChange: (instance) => {
      const { range } = instance
      if (range)
        setView((held) =>
          held.first === range.startIndex && held.last === range.endIndex
            ? held
            : { first: range.startIndex, last: range.endIndex },
        )
    },
  })
  const idOf = useCallback((index: number) => rows.rowAt(index)?.id, [rows.rowAt])
  const changeFilter = (next: ArticleFilter) => {
    setFilter(next)
    setChoice(noChoice)
    scroller.current?.scrollTo({ top: 0 })
  }
  const rowsFor = (index: number): readonly ArticleRow[] => {
    const row = rows.rowAt(index)
    if (!row) return []
    if (!choice.chosen.has(row.id)) return [row]
    const chosen: ArticleRow[] = []
    for (let at = 0; at < rows.total && chosen.length < choice.chosen.size; at++) {
      const each = rows.rowAt(at)
      if (each && choice.chosen.has(each.id)) chosen.push(each)
    }
    return chosen
  }
  function openMenu(index: number, x: number, y: number) {
    const taken = rowsFor(index)
    if (taken.length > 0) setMenu({ x, y, rows: taken })
  }
  function press(event: KeyboardEvent<HTMLDivElement>) {
    const target = rowAfterKey(event.key, choice.active, rows.total, Math.max(1, view.last - view.first - 1))
    if (target !== undefined) {
      event.preventDefault()
      setChoice(event.shiftKey ? extendTo(choice, target, idOf) : chooseOne(target))
      virtual.scrollToIndex(target)
      return
    }
    const id = idOf(choice.active)
    if (event.key === 'Enter' && id !== undefined) {
      event.preventDefault()
      onOpen(id)
    } else if (event.key === ' ') {
      event.preventDefault()
      setChoice(toggleRow(choice, choice.active, idOf))
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault()
      const box = document.getElementById(`${listId}-${choice.active}`)?.getBoundingClientRect()
      if (box) openMenu(choice.active, box.left + 24, box.bottom - 12)
    } else if (event.key === 'Escape' && choice.chosen.size > 0) setChoice(chooseOne(choice.active))
    else if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
      // Typing filters: the letter itself still goes to the search box.
      searchBox.current?.focus()
    }
  }
  function click(event: MouseEvent, index: number) {
    const id = idOf(index)
    if (event.ctrlKey || event.metaKey) setChoice(toggleRow(choice, index, idOf))
    else if (event.shiftKey) setChoice(extendTo(choice, index, idOf))
    else {
      setChoice(chooseOne(index))
      if (id !== undefined) onOpen(id)
    }
  }
  const items = virtual.getVirtualItems()
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
        {rows.waiting && <Loader size={14} aria-label={t('list.loading')} />}
      </div>
      <ListFilters
        filter={filter}
        onChange={changeFilter}
        searchBox={searchBox}
        onLeave={() => scroller.current?.focus()}
      />
      <ErrorNotice error={rows.error ?? reinstate.error} />
      {rows.total === 0 && !rows.waiting && rows.error === null ? (
        <EmptyList filtered={isFiltered(filter)} onClear={() => changeFilter(everything)} />
      ) : (
        <div
          ref={scroller}
          className="wd-list-scroll"
          role="listbox"
          aria-multiselectable
          aria-label={t('list.rows', { count: rows.total })}
          aria-activedescendant={
            items.some((item) => item.index === choice.active) ? `${listId}-${choice.active}` : undefined
          }
          tabIndex={0}
          onKeyDown={press}
        >
          <div className="wd-list-all" role="presentation" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows.rowAt(item.index)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys for its options
                <div
                  key={item.key}
                  id={`${listId}-${item.index}`}
                  className="wd-row"
                  role="option"
                  tabIndex={-1}
                  aria-selected={row !== undefined && (choice.chosen.has(row.id) || row.id === open)}
                  aria-setsize={rows.total}
                  aria-posinset={item.index + 1}
                  data-active={item.index === choice.active || undefined}
                  data-open={(row !== undefined && row.id === open) || undefined}
                  style={{ transform: `translateY(${item.start}px)`, height: rowHeight }}
                  onMouseDown={(event) => event.shiftKey && event.preventDefault()}
                  onClick={(event) => click(event, item.index)}
                  onContextMenu={(event) => {
                    event.preventDefault()
                    openMenu(item.index, event.clientX, event.clientY)
                  }}
                >
                  {row ? (
                    <ArticleListRow row={row} now={now} format={format} />
                  ) : (
                    <span className="wd-row-blank" />
                  )}
                </div>
              )
            })}
          </div>
        </div>
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
