import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { termsPart, termsParts } from '#renderer/ui/navigation.ts'
import { useStore } from '#renderer/ui/store.ts'
import styles from './entries/Entries.module.css'

/** The list's column: the parts of the desk, and below them what the open part has to choose from. */
export function PartList({ children }: Readonly<{ children: ReactNode }>) {
  const { t } = useTranslation('terms')
  const open = useStore(termsPart)
  return (
    <div className={styles['list']}>
      <nav className={styles['parts']} aria-label={t('parts')}>
        {termsParts.map((part) => (
          <button
            key={part}
            type="button"
            aria-current={part === open ? 'page' : undefined}
            onClick={() => termsPart.set(part)}
          >
            {t(`part.${part}`)}
          </button>
        ))}
      </nav>
      {children}
    </div>
  )
}
