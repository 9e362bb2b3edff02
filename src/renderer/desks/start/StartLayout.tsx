import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../../client/client.ts'
import { speak } from '../../i18n/i18n.ts'
import { interfaceLanguages, isInterfaceLanguage } from '../../i18n/languages.ts'
import styles from './StartLayout.module.css'

/** The page outside the desks: who we are in a band above, one thing to do below it. */
export function StartLayout({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const { t } = useTranslation('start')
  const connection = useConnection()
  return (
    <div className={styles['page']}>
      <header className={styles['brand']}>
        <strong>{t('common:app')}</strong>
        <p>{t('tagline')}</p>
        <LanguageChoice />
      </header>
      <main className={styles['side']}>
        <div className={styles['connection']} aria-live="polite">
          {connection.kind === 'lost' && t('common:connection.retrying')}
        </div>
        <div className={styles['content']}>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}

function LanguageChoice() {
  const { t, i18n } = useTranslation('start')
  return (
    <Select
      className={styles['language'] ?? ''}
      size="xs"
      aria-label={t('language')}
      data={interfaceLanguages.map(({ tag, name }) => ({ value: tag, label: name }))}
      value={i18n.language}
      onChange={(tag) => {
        if (tag && isInterfaceLanguage(tag)) void speak(tag)
      }}
    />
  )
}
