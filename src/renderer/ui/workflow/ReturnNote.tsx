import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#contract/workflow.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Workflow.module.css'

type Props = Readonly<{
  entry: TimelineEntry
  /** Who reads it: the one who has to mend the text, or the one who looks whether it was mended. */
  reader: 'writer' | 'reviewer'
}>

/** What was asked for when a text was returned: beside the text, where it is needed. */
export function ReturnNote({ entry, reader }: Props) {
  const { t } = useTranslation('workflow')
  const format = useFormat()
  return (
    <aside className={styles['returnNote']}>
      <p>
        <IconArrowBackUp size={15} aria-hidden />
        {t(`returnNote.${reader}`, { name: entry.by.name, at: format.moment(entry.at) })}
      </p>
      <blockquote>{entry.note}</blockquote>
    </aside>
  )
}
