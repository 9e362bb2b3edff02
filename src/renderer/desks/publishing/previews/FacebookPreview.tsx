import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '#domain/editions/fold-text.ts'
import { PostPictures } from './PostPictures.tsx'
import styles from './Previews.module.css'
import type { PreviewFacts } from './preview-facts.ts'

type Props = PreviewFacts & Readonly<{ /** UTF-16 units shown before the fold. */ foldAt: number }>

/** A post as the feed shows it: folded, with the same number of pictures side by side. */
export function FacebookPreview({ fields, language, page, pictures, clip, foldAt }: Props) {
  const { t } = useTranslation('publishing')
  const [open, setOpen] = useState(false)
  const text = fields.text ?? ''
  const folded = foldText(text, foldAt)
  return (
    <article className={styles['post']} aria-label={t('look.facebook')}>
      <header className={styles['poster']}>
        <span className={styles['face']} aria-hidden>
          {page.slice(0, 1)}
        </span>
        <span>
          <strong>{page}</strong>
          <small>{t('look.now')}</small>
        </span>
      </header>
      <p className={styles['postText']} lang={language}>
        {open || folded === null ? text : `${folded}… `}
        {folded !== null && (
          <button type="button" className={styles['more']} onClick={() => setOpen(!open)}>
            {t(open ? 'look.less' : 'look.more')}
          </button>
        )}
      </p>
      <PostPictures pictures={clip === null ? pictures : [clip, ...pictures]} />
    </article>
  )
}
