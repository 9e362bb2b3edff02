import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { plainText } from '#domain/segments/coded-text.ts'
import { client } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useStore } from '#renderer/ui/store.ts'
import styles from './TranslationInspector.module.css'

/** Translations whose sentence is gone: kept until a person sets them aside. */
export function Orphans({ session }: Readonly<{ session: TranslationSession }>) {
  const { t } = useTranslation('translation')
  const orphans = useStore(session.orphans)
  const setting = useMutation({
    mutationFn: (text: string) => client.translations.discard({ document: session.document, text }),
  })
  if (orphans.length === 0) return null
  return (
    <section aria-label={t('orphans')}>
      <h3>{t('orphans')}</h3>
      <ErrorNotice error={setting.error} />
      <ul className={styles['comments']}>
        {orphans.map((orphan) => (
          <li key={orphan.text} className={styles['comment']}>
            <span className={styles['by']}>{plainText(orphan.source)}</span>
            <p lang={session.summary.get().language}>{plainText(orphan.target)}</p>
            <Button size="compact-xs" variant="subtle" onClick={() => setting.mutate(orphan.text)}>
              {t('discard')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
