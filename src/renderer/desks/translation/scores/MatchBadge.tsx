import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './MatchBadge.module.css'
import type { RowScores } from './row-scores.ts'

const none = { subscribe: () => () => undefined }

/** How like the best sentence of the memory is to a row that is still to be written. */
export function MatchBadge({ scores, row }: Readonly<{ scores: RowScores | null; row: string }>) {
  const { t } = useTranslation('translation')
  const score = useSyncExternalStore(
    scores?.known.subscribe ?? none.subscribe,
    useCallback(() => scores?.known.get().get(row), [scores, row]),
  )
  if (score === undefined) return null
  return (
    <span
      className={styles['badge']}
      data-kind={score >= 100 ? 'exact' : score >= 95 ? 'near' : 'fuzzy'}
      title={t('match.badge', { score })}
    >
      <span aria-hidden>{score}</span>
      <span className="tt-hidden">{t('match.badge', { score })}</span>
    </span>
  )
}
