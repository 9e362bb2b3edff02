import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { blockKinds } from '#domain/blocks.ts'

/** The words an empty block shows, as CSS variables: no keystroke renders anything for them. */
export function usePlaceholders() {
  const { t } = useTranslation('editor')
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const kind of blockKinds) {
      if (kind === 'divider') continue
      page.current?.style.setProperty(`--ed-empty-${kind}`, JSON.stringify(t(`empty.${kind}`)))
    }
    page.current?.style.setProperty('--ed-deleted', JSON.stringify(t('deleted')))
  }, [t])
  return page
}
