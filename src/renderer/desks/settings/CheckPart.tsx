import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '#contract/packages.ts'
import { client } from '../../client/client.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { CheckProblem } from './CheckProblem.tsx'
import styles from './SettingsDesk.module.css'

/** The workspace's health: verify everything, and make the lists anew. */
export function CheckPart() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const cache = useQueryClient()
  const verify = useMutation({
    mutationFn: async () => {
      await flushTyped()
      return client.maintenance.verify()
    },
  })
  const rebuild = useMutation({
    mutationFn: () => client.maintenance.rebuild(),
    onSuccess: () => cache.invalidateQueries(),
  })
  return (
    <>
      <h3>{t('check.verify')}</h3>
      <p className={styles['intro']}>{t('check.verifyHint')}</p>
      <Button onClick={() => verify.mutate()} loading={verify.isPending}>
        {t('check.verifyDo')}
      </Button>
      <ErrorNotice error={verify.error} />
      {verify.data && <Outcome verdict={verify.data} />}
      <h3>{t('check.rebuild')}</h3>
      <p className={styles['intro']}>{t('check.rebuildHint')}</p>
      <Button variant="default" onClick={() => rebuild.mutate()} loading={rebuild.isPending}>
        {t('check.rebuildDo')}
      </Button>
      <ErrorNotice error={rebuild.error} />
      {rebuild.data && (
        <div className={styles['result']} data-outcome="valid" role="status">
          <p>
            {t('check.rebuilt', {
              documents: format.number(rebuild.data.documents),
              records: format.number(rebuild.data.records),
            })}
          </p>
        </div>
      )}
    </>
  )
}

function Outcome({ verdict }: Readonly<{ verdict: Verdict }>) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  return (
    <div className={styles['result']} data-outcome={verdict.outcome} role="status">
      <p>
        <strong>{t(`check.outcome.${verdict.outcome}`)}</strong>
      </p>
      <p>
        {t('check.facts', {
          files: format.number(verdict.files),
          records: format.number(verdict.records),
        })}
      </p>
      {verdict.outcome !== 'valid' && <p>{t('check.damagedTodo')}</p>}
      {verdict.problems.length > 0 && (
        <ul>
          {verdict.problems.map((problem) => (
            <CheckProblem key={`${problem.code}-${problem.file}-${problem.detail}`} problem={problem} />
          ))}
        </ul>
      )}
    </div>
  )
}
