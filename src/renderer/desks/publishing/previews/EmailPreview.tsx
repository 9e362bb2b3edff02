import { useTranslation } from 'react-i18next'
import { PostPictures } from './PostPictures.tsx'
import styles from './Previews.module.css'
import type { PreviewFacts } from './preview-facts.ts'

/** A letter: subject, sender, text. */
export function EmailPreview({ fields, language, page, pictures }: PreviewFacts) {
  const { t } = useTranslation('publishing')
  return (
    <article className={styles['post']} aria-label={t('look.email')} lang={language}>
      <h4 className={styles['cardTitle']}>{fields.title}</h4>
      <small className={styles['dim']}>{page}</small>
      <p className={styles['body']}>{fields.text}</p>
      <PostPictures pictures={pictures} />
    </article>
  )
}
