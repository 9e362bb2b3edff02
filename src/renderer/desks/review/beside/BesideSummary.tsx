import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BesideSource } from '#contract/workflow.ts'
import styles from './Beside.module.css'
import type { CheckedRows } from './checked-rows.ts'
import { isChanged, isOpen } from './row-standing.ts'

type Props = Readonly<{ beside: BesideSource; checks: CheckedRows | null; compared: boolean }>

/** What a decision rests on: the source, what is unfinished, what the checks say, what changed. */
export function BesideSummary({ beside, checks, compared }: Props) {
  const { t } = useTranslation('review')
  const open = beside.rows.filter(({ state }) => isOpen(state)).length
  const changed = beside.rows.filter(isChanged).length
  const findings = [...(checks?.values() ?? [])].flat().filter(({ ignored }) => ignored === null)
  const errors = findings.filter(({ finding }) => finding.severity === 'error').length
  const others = findings.length - errors
  return (
    <ul className={styles['summary']} aria-label={t('beside.basis')}>
      <Line good={beside.source === 'approved'}>{t(`beside.source.${beside.source}`)}</Line>
      <Line good={open === 0}>
        {open === 0 ? t('beside.allConfirmed') : t('beside.open', { count: open })}
      </Line>
      {checks === null && <li>{t('beside.checking')}</li>}
      {checks !== null && (
        <Line good={findings.length === 0} bad={errors > 0}>
          {findings.length === 0
            ? t('beside.checksPassed', { count: beside.rows.length })
            : t('beside.checksFailed', {
                errors: t('beside.errors', { count: errors }),
                others: t('beside.others', { count: others }),
              })}
        </Line>
      )}
      {compared && <li>{t('beside.changed', { count: changed })}</li>}
    </ul>
  )
}

type LineProps = Readonly<{ good: boolean; bad?: boolean; children: string }>

function Line({ good, bad = false, children }: LineProps) {
  const Icon = good ? IconCircleCheck : bad ? IconCircleX : IconAlertTriangle
  return (
    <li data-tone={good ? 'good' : bad ? 'bad' : 'warn'}>
      <Icon size={15} aria-hidden />
      {children}
    </li>
  )
}
