import { useTranslation } from 'react-i18next'
import type { FieldCounter } from '#contract/editions.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import styles from './Edition.module.css'

/** A field's length against its channel's limits: the number always there, red only when over. */
export function FieldCounters({ counters }: Readonly<{ counters: readonly FieldCounter[] }>) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  return (
    <span className={styles['counters']}>
      {counters.map(({ unit, count, maximum, warnAt, level, source, date }) => (
        <span
          key={unit}
          data-level={level}
          title={t('counter.source', { source, date: format.date(Date.parse(date)) })}
        >
          {t(`counter.${unit}`, { count, shown: format.number(count), maximum: format.number(maximum) })}
          {level === 'tooLong' && ` · ${t('counter.over', { over: format.number(count - maximum) })}`}
          {level === 'warns' &&
            warnAt !== null &&
            ` · ${t('counter.warns', { from: format.number(warnAt) })}`}
        </span>
      ))}
    </span>
  )
}
