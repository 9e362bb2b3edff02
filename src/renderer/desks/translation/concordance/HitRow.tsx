import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkedWords } from '#renderer/ui/memory/MarkedWords.tsx'
import { MatchOrigin } from '#renderer/ui/memory/MatchOrigin.tsx'
import styles from './Concordance.module.css'
import type { Hit, Pair } from './concordance-hits.ts'

type Props = Readonly<{
  id: string
  hit: Hit
  pair: Pair
  query: string
  active: boolean
  onChoose: () => void
  onInsert: () => void
}>

/** What was found: source and target side by side, the words marked, and where it is from. */
export function HitRow({ id, hit, pair, query, active, onChoose, onInsert }: Props) {
  const { t } = useTranslation('translation')
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys for what it found
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={styles['hit']}
      onClick={onChoose}
      onDoubleClick={onInsert}
    >
      <span className={styles['words']} lang={pair.from}>
        <MarkedWords text={hit.source} query={query} />
      </span>
      <span className={styles['words']} lang={pair.to} data-concordance-target>
        <MarkedWords text={hit.target} query={query} />
      </span>
      <span className={styles['origin']}>
        {hit.unit ? <MatchOrigin match={hit.unit} /> : t('concordance.term')}
      </span>
    </div>
  )
}
