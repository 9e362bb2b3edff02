import { useTranslation } from 'react-i18next'
import type { Progress } from '#contract/translations.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import styles from './TranslationList.module.css'

/** Progress by words: what is confirmed, and of how many. */
export function ProgressBar({ progress }: Readonly<{ progress: Progress }>) {
  const { t } = useTranslation('translation')
  const format = useFormat()
  const { words, confirmedWords, draftWords } = progress
  const share = (part: number) => `${words === 0 ? 0 : (100 * part) / words}%`
  return (
    <span className={styles['progress']}>
      <span
        className={styles['bar']}
        role="progressbar"
        aria-label={t('progress')}
        aria-valuenow={confirmedWords}
        aria-valuemin={0}
        aria-valuemax={words}
      >
        <span className={styles['done']} style={{ width: share(confirmedWords) }} />
        <span className={styles['draft']} style={{ width: share(draftWords) }} />
      </span>
      <span className={styles['count']}>
        {t('progressWords', { done: format.number(confirmedWords), all: format.number(words) })}
      </span>
    </span>
  )
}
