import { type RefObject, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TranslationRow } from '#contract/translations.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { useKeysOf } from '#renderer/ui/keymap/use-keys-of.ts'
import type { TextMark } from '#renderer/ui/memory/cut-at-marks.ts'
import styles from '../checks/Findings.module.css'
import { Findings } from '../checks/Findings.tsx'
import { type NamedFinding, openErrors } from '../checks/row-checks.ts'
import type { TargetHandle } from '../target/TargetEditor.tsx'

type Props = Readonly<{
  session: TranslationSession
  row: TranslationRow
  findings: readonly NamedFinding[]
  /** Of the row beside others: they are about the whole of it. */
  together: readonly NamedFinding[]
  /** Confirming was held up once. */
  stopped: boolean
  editor: RefObject<TargetHandle | null>
}>

/** What checks say of the row in hand, its stretches marked in the target. */
export function RowFindings({ session, row, findings, together, stopped, editor }: Props) {
  const { t } = useTranslation('translation')
  const keys = useKeysOf('confirmRow')
  const marks = useMemo(() => marksOf(findings, 'target'), [findings])
  useEffect(() => {
    editor.current?.mark(marks)
  }, [editor, marks])
  return (
    <>
      <Findings session={session} row={row.row} findings={[...findings, ...together]} />
      {stopped && openErrors(findings).length > 0 && (
        <p role="alert" className={styles['stop']}>
          {keys ? t('finding.stopped', { keys }) : t('finding.stoppedWithoutKeys')}
        </p>
      )}
    </>
  )
}

export function marksOf(findings: readonly NamedFinding[], side: 'source' | 'target'): readonly TextMark[] {
  return findings.flatMap(({ finding, ignored }) =>
    ignored ? [] : finding[side].map(({ start, end }) => ({ start, end, mark: finding.severity })),
  )
}
