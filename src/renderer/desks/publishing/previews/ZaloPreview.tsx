import { useTranslation } from 'react-i18next'
import styles from './Previews.module.css'
import type { PreviewFacts } from './preview-facts.ts'

/** The card that followers get, and the article behind it. */
export function ZaloPreview({ fields, language, page, pictures, clip }: PreviewFacts) {
  const { t } = useTranslation('publishing')
  const cover = pictures[0] ?? clip
  return (
    <article className={styles['post']} aria-label={t('look.zalo')} lang={language}>
      {cover && <img className={styles['cover']} src={cover} alt={t('look.cover')} />}
      <h4 className={styles['cardTitle']}>{fields.title}</h4>
      <p className={styles['cardLead']}>{fields.lead}</p>
      <small className={styles['dim']}>{fields.author || page}</small>
      <p className={styles['body']}>{fields.text}</p>
    </article>
  )
}
