import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findingWords } from '#domain/checks/finding-words.ts'
import styles from './Beside.module.css'
import type { ShownFinding } from './checked-rows.ts'

const icons = { error: IconCircleX, warning: IconAlertTriangle, notice: IconInfoCircle } as const

/** What a check says of a row; what the translator ignored, with the reason. */
export function FindingLine({ finding, ignored }: ShownFinding) {
  const { t } = useTranslation('review')
  const { t: words } = useTranslation('checks')
  const { what, values } = findingWords(finding)
  const Icon = icons[finding.severity]
  return (
    <li className={styles['finding']} data-severity={ignored ? 'ignored' : finding.severity}>
      <Icon size={14} aria-hidden />
      <span>
        <span className="tt-hidden">{words(`severity.${finding.severity}`)}: </span>
        {words(what, values)}
        {ignored && <em> {t('beside.ignored', { name: ignored.by.name, reason: ignored.reason })}</em>}
      </span>
    </li>
  )
}
