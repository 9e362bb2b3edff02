import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Previews.module.css'
import type { PreviewFacts } from './preview-facts.ts'

/** An upright clip as the phone shows it, with what the app draws over it: the safe area stays clear of both. */
export function UprightPreview({ fields, language, page, clip }: PreviewFacts) {
  const { t } = useTranslation('publishing')
  const [guides, setGuides] = useState(true)
  return (
    <div className={styles['uprightFrame']}>
      <article className={styles['upright']} aria-label={t('look.upright')} lang={language}>
        {clip ? <img src={clip} alt={t('look.clip')} /> : <p>{t('look.noClip')}</p>}
        {guides && <div className={styles['safe']}>{t('look.safe')}</div>}
        <div className={styles['buttons']} aria-hidden>
          <i />
          <i />
          <i />
        </div>
        <div className={styles['caption']}>
          <strong>{page}</strong>
          <p>{fields.text}</p>
        </div>
      </article>
      <Switch
        size="xs"
        label={t('look.guides')}
        checked={guides}
        onChange={(event) => setGuides(event.currentTarget.checked)}
      />
    </div>
  )
}
