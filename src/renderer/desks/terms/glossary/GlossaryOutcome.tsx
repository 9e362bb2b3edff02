import { useTranslation } from 'react-i18next'
import type { GlossaryPreview } from '#contract/terms.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import styles from './Glossary.module.css'

/** What would come of the file, and the rows nothing comes of, with their reasons. */
export function GlossaryOutcome({ preview }: Readonly<{ preview: GlossaryPreview }>) {
  const { t } = useTranslation('terms')
  const format = useFormat()
  const { added, completed, known, knownRows, skipped, skippedTotal, total } = preview
  const rows = (numbers: readonly number[], all: number) =>
    numbers.map(format.number).join(', ') + (all > numbers.length ? '…' : '')
  const reasons = Object.entries(Object.groupBy(skipped, ({ reason }) => reason))
  return (
    <div className={styles['outcome']}>
      <p role="status" className={styles['said']}>
        {total === 0 ? t('glossary.noRows') : t('glossary.will', { added, completed })}
      </p>
      {known > 0 && (
        <details>
          <summary>{t('glossary.known', { count: known })}</summary>
          <p>{t('glossary.rowNumbers', { rows: rows(knownRows, known) })}</p>
        </details>
      )}
      {skipped.length > 0 && (
        <details>
          <summary>{t('glossary.skipped', { count: skippedTotal })}</summary>
          {reasons.map(([reason, those]) => (
            <p key={reason}>
              {t(`glossary.reason.${reason}`)}{' '}
              {t('glossary.rowNumbers', {
                rows: rows(those?.map(({ row }) => row) ?? [], those?.length ?? 0),
              })}
            </p>
          ))}
        </details>
      )}
    </div>
  )
}
