import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import type { CueRow } from '../cue-rows.ts'
import styles from '../Video.module.css'

const likelyHeight = 58

type Props = Readonly<{
  label: string
  rows: readonly CueRow[]
  active: string | null
  /** Shown where there are none. */
  empty: ReactNode
  children: (row: CueRow, number: number) => ReactNode
}>

/** The cues, one a line; only those in view and the one in hand are on the page. */
export function CueList({ label, rows, active, empty, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const activeAt = active === null ? -1 : rows.findIndex(({ key }) => key === active)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => likelyHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    // the first cue is written in before the box has been measured
    initialRect: { width: 600, height: 400 },
    rangeExtractor: useCallback((range: Range) => withRow(range, activeAt), [activeAt]),
  })
  // Only a choice brings a line into view: nobody is moved away from what they read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that come or go are no choice
  useEffect(() => {
    if (activeAt >= 0) virtual.scrollToIndex(activeAt, { align: 'auto' })
  }, [active])
  return (
    <div ref={box} className={styles['list']}>
      {rows.length === 0 && empty}
      <ul aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                {children(row, index + 1)}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

/** The line in hand is there wherever it stands: what is typed goes on. */
function withRow(range: Range, at: number): number[] {
  const inView = defaultRangeExtractor(range)
  if (at < 0 || at >= range.count || inView.includes(at)) return inView
  return [...inView, at].sort((one, other) => one - other)
}
