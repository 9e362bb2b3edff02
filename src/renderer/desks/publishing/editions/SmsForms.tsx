import { useTranslation } from 'react-i18next'
import type { EditionView } from '#contract/editions.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './Edition.module.css'

/** How the message is sent with and without marks: each with its parts, and what makes it dearer. */
export function SmsForms({ forms, language }: Readonly<{ forms: EditionView['forms']; language: string }>) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  return forms.map(({ form, text, encoding, units, parts, left, forcing }) => (
    <section key={form} className={styles['form']} aria-label={t(`sms.${form}`)}>
      <div className={styles['fieldHead']}>
        <strong>{t(`sms.${form}`)}</strong>
        <span className={styles['counters']}>
          {t('sms.parts', { count: parts, units: format.number(units), left: format.number(left) })} ·{' '}
          {t(`sms.${encoding}`)}
        </span>
        <CopyButton text={text} label={t('copy.field', { field: t(`sms.${form}`) })} />
      </div>
      <p lang={language}>{text}</p>
      {forcing.length > 0 && <small>{t('sms.forcing', { letters: forcing.slice(0, 12).join(' ') })}</small>}
    </section>
  ))
}
