import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainText } from '#domain/segments/coded-text.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useStore } from '#renderer/ui/store.ts'
import styles from '../checks/Findings.module.css'
import { Findings } from '../checks/Findings.tsx'
import { countProblems, type ProblemKind, problemKinds, problemsOf } from '../checks/problems.ts'
import type { WholeCheck } from '../checks/use-check-all.ts'

type Props = Readonly<{
  session: TranslationSession
  check: WholeCheck
  onChoose: (row: string) => void
}>

const mostShown = 100

/** What checks say of the whole translation, row by row. */
export function Problems({ session, check, onChoose }: Props) {
  const { t } = useTranslation('translation')
  const [chosen, setChosen] = useState<ProblemKind | null>(null)
  const { found, running, run } = check
  const counts = countProblems(found)
  const format = useFormat()
  const kind = chosen ?? problemKinds.find((each) => counts[each] > 0) ?? 'error'
  return (
    <>
      <Button size="xs" fullWidth variant="default" loading={running} onClick={run}>
        {t('finding.checkAll')}
      </Button>
      {found !== null && (
        <div className={styles['counts']}>
          {problemKinds.map((each) => (
            <Button
              key={each}
              size="compact-xs"
              variant={each === kind ? 'light' : 'default'}
              aria-pressed={each === kind}
              onClick={() => setChosen(each)}
            >
              {t(`finding.count.${each}`, {
                count: counts[each],
                formatted: format.number(counts[each]),
              })}
            </Button>
          ))}
        </div>
      )}
      {found !== null && <ProblemRows session={session} found={found} kind={kind} onChoose={onChoose} />}
    </>
  )
}

type RowsProps = Readonly<{
  session: TranslationSession
  found: NonNullable<WholeCheck['found']>
  kind: ProblemKind
  onChoose: (row: string) => void
}>

function ProblemRows({ session, found, kind, onChoose }: RowsProps) {
  const { t } = useTranslation('translation')
  const format = useFormat()
  const order = useStore(session.order)
  const rows = useStore(session.rows)
  const listed = order.flatMap((id, at) => {
    const row = rows.get(id)
    const findings = problemsOf(found.get(id) ?? [], kind)
    return row && findings.length > 0 ? [{ id, number: at + 1, row, findings }] : []
  })
  const hidden = listed.length - mostShown
  if (listed.length === 0) return <p className={styles['todo']}>{t('finding.none')}</p>
  return (
    <>
      <ul className={styles['problems']}>
        {listed.slice(0, mostShown).map(({ id, number, row, findings }) => (
          <li key={id} className={styles['problem']}>
            <button type="button" className={styles['jump']} onClick={() => onChoose(id)}>
              {number}. {plainText(row.source)}
            </button>
            <Findings session={session} row={id} findings={findings} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className={styles['todo']}>
          {t('finding.more', { count: hidden, formatted: format.number(hidden) })}
        </p>
      )}
    </>
  )
}
