import { IconAlertTriangle, IconCircleX, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding, Severity } from '#domain/checks/finding.ts'
import { findingWords } from '#domain/checks/finding-words.ts'
import styles from './Findings.module.css'

const icons: Readonly<Record<Severity, TablerIcon>> = {
  error: IconCircleX,
  warning: IconAlertTriangle,
  notice: IconInfoCircle,
}

/** What is wrong, and what to do. */
export function FindingWords({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation('checks')
  const { what, todo, values } = findingWords(finding)
  const Icon = icons[finding.severity]
  return (
    <>
      <Icon size={14} aria-hidden className={styles['icon']} />
      <span className={styles['what']}>
        <span className="tt-hidden">{t(`severity.${finding.severity}`)}: </span>
        {t(what, values)} <span className={styles['todo']}>{t(todo, values)}</span>
      </span>
    </>
  )
}
