import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '#domain/editions/fold-text.ts'
import styles from './Previews.module.css'
import type { PreviewFacts } from './preview-facts.ts'

/** What of a description stands under the player before one opens it: about three lines. */
const shownUnits = 160

/** The page of a video: picture, title, the description folded, tags. */
export function YouTubePreview({ fields, language, page, clip }: PreviewFacts) {
  const { t } = useTranslation('publishing')
  const [open, setOpen] = useState(false)
  const text = fields.text ?? ''
  const folded = foldText(text, shownUnits)
  return (
    <article className={styles['post']} aria-label={t('look.youtube')} lang={language}>
      <div className={styles['player']}>
        {clip ? <img src={clip} alt={t('look.clip')} /> : t('look.noClip')}
      </div>
      <h4 className={styles['cardTitle']}>{fields.title}</h4>
      <small className={styles['dim']}>{page}</small>
      <p className={styles['described']}>
        {open || folded === null ? text : `${folded}… `}
        {folded !== null && (
          <button type="button" className={styles['more']} onClick={() => setOpen(!open)}>
            {t(open ? 'look.less' : 'look.more')}
          </button>
        )}
      </p>
      {fields.tags && <small className={styles['dim']}>{fields.tags}</small>}
    </article>
  )
}
