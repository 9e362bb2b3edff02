import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#contract/workflow.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './Timeline.module.css'

/** What happened to a text, newest first: who, when, the note, and whether the signature holds. */
export function Timeline({ entries }: Readonly<{ entries: readonly TimelineEntry[] }>) {
  return (
    <ol className={styles['timeline']}>
      {entries.toReversed().map((entry) => (
        <Entry key={entry.record} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry }: Readonly<{ entry: TimelineEntry }>) {
  const { t } = useTranslation('review')
  const format = useFormat()
  return (
    <li className={styles['entry']}>
      <strong>{entry.by.name}</strong> {t(`event.${entry.kind}`)}
      <div className={styles['when']}>
        {format.moment(entry.at)} ·{' '}
        <span className={entry.verdict === 'valid' ? undefined : styles['bad']}>
          {t(`verdict.${entry.verdict}`)}
          {entry.problem !== '' && ` (${t(`problem.${entry.problem}`, entry.problem)})`}
        </span>
      </div>
      {entry.note !== '' && <p className={styles['note']}>{entry.note}</p>}
    </li>
  )
}
