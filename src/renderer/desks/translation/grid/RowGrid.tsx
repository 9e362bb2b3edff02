import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import type { Together } from '../checks/use-together.ts'
import type { RowScores } from '../scores/row-scores.ts'
import { beginsBlock, blockLabel } from './block-label.ts'
import { GridRow } from './GridRow.tsx'
import styles from './RowGrid.module.css'

const likelyHeight = 64

type Props = Readonly<{
  session: TranslationSession
  reference: TranslationSession | null
  /** The rows that pass the filter, in order. */
  shown: readonly string[]
  /** Place of every row in the whole text, from 0. */
  places: ReadonlyMap<string, number>
  active: string | null
  scores: RowScores | null
  together: Together
  onChoose: (id: string) => void
  /** The row in hand, grown. */
  children: (id: string, number: number) => ReactNode
}>

/** The sentences, one a row; only those in view and the one in hand are on the page, each as high as its words. */
export function RowGrid(props: Props) {
  const { session, reference, shown, places, active, scores, together, onChoose, children } = props
  const { t } = useTranslation('translation')
  const box = useRef<HTMLDivElement>(null)
  const activeAt = active === null ? -1 : shown.indexOf(active)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => likelyHeight,
    getItemKey: (index) => shown[index] ?? index,
    overscan: 8,
    // Scrolling moves rows without drawing them again.
    directDomUpdates: true,
    rangeExtractor: useCallback((range: Range) => withRow(range, activeAt), [activeAt]),
  })
  useEffect(() => {
    if (activeAt >= 0) virtual.scrollToIndex(activeAt, { align: 'auto' })
  }, [activeAt, virtual])
  const inHand = virtual.getVirtualItems().find(({ index }) => index === activeAt)
  const grown = inHand?.size
  const start = inHand?.start ?? 0
  const before = useRef<Readonly<{ at: number; size: number }>>(undefined)
  useEffect(() => {
    if (grown === undefined) return
    // What helps comes after the row: it is brought into view as well, once for each time the row grows. Who has
    // scrolled away meanwhile is not called back.
    const { at, size } = before.current ?? { at: -1, size: 0 }
    const hasGrown = at === activeAt && grown > size
    if (hasGrown && isInView(virtual, start, size)) virtual.scrollToIndex(activeAt, { align: 'auto' })
    before.current = { at: activeAt, size: at === activeAt ? Math.max(size, grown) : grown }
  }, [activeAt, grown, start, virtual])
  const inView = virtual
    .getVirtualItems()
    .map(({ index }) => shown[index] ?? '')
    .join(' ')
  useEffect(() => scores?.want(inView.split(' ')), [scores, inView])
  const rows = session.rows.get()
  return (
    <div ref={box} className={styles['scroll']}>
      <ul
        aria-label={t('rows', { count: shown.length })}
        className={styles['all']}
        ref={virtual.containerRef}
      >
        {virtual.getVirtualItems().map(({ index, key }) => {
          const id = shown[index] ?? ''
          const row = rows.get(id)
          if (!row) return null
          const number = (places.get(id) ?? index) + 1
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-row={id}
              data-active={id === active || undefined}
              className={styles['row']}
            >
              {beginsBlock(row, rows.get(shown[index - 1] ?? '')) && (
                <div className={styles['block']}>{t(blockLabel(row))}</div>
              )}
              {id === active ? (
                children(id, number)
              ) : (
                <GridRow
                  session={session}
                  reference={reference}
                  id={id}
                  number={number}
                  scores={scores}
                  findings={together.get(id)}
                  onChoose={onChoose}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type Grid = Virtualizer<HTMLDivElement, Element>

function isInView({ scrollOffset, scrollRect }: Grid, start: number, size: number): boolean {
  const top = scrollOffset ?? 0
  return start < top + (scrollRect?.height ?? 0) && start + size > top
}

/** The row in hand is there wherever it stands: the next key is its own, before it is scrolled to and after. */
function withRow(range: Range, at: number): number[] {
  const inView = defaultRangeExtractor(range)
  if (at < 0 || at >= range.count || inView.includes(at)) return inView
  return [...inView, at].sort((one, other) => one - other)
}
