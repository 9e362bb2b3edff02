import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { rowAfterKey } from '#renderer/ui/row-after-key.ts'
import styles from './Entries.module.css'

const rowHeight = 56

type Props<Row extends Readonly<{ id: string }>> = Readonly<{
  label: string
  rows: readonly Row[]
  chosen: string | null
  box: RefObject<HTMLDivElement | null>
  onChoose: (id: string) => void
  /** Enter: the entry itself, not only a look at it. */
  onOpen: (id: string) => void
  /** A letter was typed in the list: it belongs to the search. */
  onType: () => void
  children: (row: Row) => ReactNode
}>

/** Entries to choose from: only those in view are on the page; moving shows what one stands on. */
export function EntryList<Row extends Readonly<{ id: string }>>(props: Props<Row>) {
  const { label, rows, chosen, box, onChoose, onOpen, onType, children } = props
  const listId = useId()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const at = rows.findIndex(({ id }) => id === chosen)
  const shown = useRef(-1)
  useEffect(() => {
    if (at >= 0 && at !== shown.current) virtual.scrollToIndex(at)
    shown.current = at
  }, [at, virtual])
  function press(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
    const next = rowAfterKey(event.key, at, rows.length, page)
    const row = next === undefined ? undefined : rows[next]
    if (row) {
      event.preventDefault()
      onChoose(row.id)
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault()
      onOpen(rows[at]?.id ?? '')
    } else if (
      event.key.length === 1 &&
      event.key !== ' ' &&
      !event.ctrlKey &&
      !event.altKey &&
      !event.metaKey
    ) {
      // typing filters: the letter itself still goes to the search
      onType()
    }
  }
  const items = virtual.getVirtualItems()
  return (
    <div
      ref={box}
      className={styles['scroll']}
      role="listbox"
      aria-label={label}
      aria-activedescendant={items.some(({ index }) => index === at) ? `${listId}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <div role="presentation" className={styles['all']} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys for its options
            <div
              key={key}
              id={`${listId}-${index}`}
              className={styles['row']}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onMouseDown={(event) => {
                // the list keeps the keys: a row goes when it is scrolled out of view
                event.preventDefault()
                box.current?.focus()
              }}
              onClick={() => onChoose(row.id)}
              onDoubleClick={() => onOpen(row.id)}
            >
              {children(row)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
