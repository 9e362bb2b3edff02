import { type Rect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { rowAfterKey } from '#renderer/ui/row-after-key.ts'
import { useMinute } from '#renderer/ui/use-minute.ts'
import { ArticleListRow } from './ArticleListRow.tsx'
import type { MenuPlace } from './ArticleMenu.tsx'
import { chooseOne, extendTo, noChoice, type RowChoice, toggleRow } from './row-choice.ts'
import type { ArticleRows } from './use-article-rows.ts'
import { useSeenPassages } from './use-seen-passages.ts'

/** A row, and a row with the two lines in which its text has what is searched for. */
const heights = { plain: 88, searched: 123 }

type View = Readonly<{ first: number; last: number }>
type Props = Readonly<{
  rows: ArticleRows
  view: View
  open: string | null
  /** What is searched for, `''` without a search; another search is another box. */
  query: string
  box: RefObject<HTMLDivElement | null>
  onView: (view: View) => void
  onOpen: (article: string) => void
  onMenu: (place: MenuPlace) => void
  /** A letter was typed in the list: it belongs to the search. */
  onType: () => void
}>

/** The rows that an action takes: all chosen ones when the row is among them, else the row alone. */
function rowsOfAction(rows: ArticleRows, choice: RowChoice, index: number): readonly ArticleRow[] {
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

/** Where a row stands among the first `count`; -1 when it is not there. */
function placeOf(rows: ArticleRows, id: string | null, count: number): number {
  if (id === null) return -1
  for (let at = 0; at < Math.min(count, rows.total); at++) if (rows.rowAt(at)?.id === id) return at
  return -1
}

/** The browser tells after it has laid the page out; asked earlier, it would lay it out once more. */
function watchSize(
  { scrollElement }: Virtualizer<HTMLDivElement, Element>,
  tell: (size: Rect) => void,
): (() => void) | undefined {
  if (!scrollElement) return undefined
  const observer = new ResizeObserver(() =>
    tell({ width: scrollElement.clientWidth, height: scrollElement.clientHeight }),
  )
  observer.observe(scrollElement)
  return () => observer.disconnect()
}

/** The list itself: only the rows in view are on the page; keys, clicks and the menu work on all of them. */
export function RowsBox({ rows, view, open, query, box, onView, onOpen, onMenu, onType }: Props) {
  const { t } = useTranslation('writing')
  const [choice, setChoice] = useState(noChoice)
  const listId = useId()
  const now = useMinute()
  const format = useFormat()
  const rowHeight = query.trim() === '' ? heights.plain : heights.searched
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // until it is measured: as if it had the whole window
    initialRect: { width: 0, height: window.innerHeight },
    observeElementRect: watchSize,
    onChange: (instance) => {
      const { range } = instance
      if (range && (view.first !== range.startIndex || view.last !== range.endIndex))
        onView({ first: range.startIndex, last: range.endIndex })
    },
  })
  const idOf = useCallback((index: number) => rows.rowAt(index)?.id, [rows.rowAt])
  const openAt = placeOf(rows, open, view.last + 1)
  const shown = useRef({ open, at: openAt })
  useEffect(() => {
    const before = shown.current
    shown.current = { open, at: openAt }
    // An edit brings the open article to the top: the list goes with it when it was in view.
    const wasInView = before.at >= view.first && before.at <= view.last
    if (before.open === open && before.at !== openAt && openAt >= 0 && wasInView)
      virtual.scrollToIndex(openAt)
  }, [open, openAt, view, virtual])
  function openMenu(index: number, x: number, y: number) {
    const taken = rowsOfAction(rows, choice, index)
    if (taken.length > 0) onMenu({ x, y, rows: taken })
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
      onType()
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
  const passages = useSeenPassages(query, rows, view)
  return (
    <div
      ref={box}
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
                <ArticleListRow
                  row={row}
                  now={now}
                  format={format}
                  query={query}
                  passage={passages[row.id]}
                />
              ) : (
                <span className="wd-row-blank" />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
