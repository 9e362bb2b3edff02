import { useTranslation } from 'react-i18next'
import styles from './Previews.module.css'
import type { PreviewFacts } from './preview-facts.ts'

/** The message on a phone. */
export function SmsPreview({ fields, language, page }: PreviewFacts) {
  const { t } = useTranslation('publishing')
  return (
    <article className={styles['phone']} aria-label={t('look.sms')} lang={language}>
      <small className={styles['dim']}>{page}</small>
      <p className={styles['bubble']}>{fields.text}</p>
    </article>
  )
}
