import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupRow } from '#contract/maintenance.ts'
import { client, orpc } from '../../client/client.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { useWorkspace } from '../../ui/workspace.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import styles from './SettingsDesk.module.css'

/** Copies of the workspace: make one, look at them, go back to one. */
export function BackupsPart() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const cache = useQueryClient()
  const { session } = useWorkspace()
  const [restoring, setRestoring] = useState<BackupRow | null>(null)
  const { data, error } = useQuery(orpc.maintenance.backups.queryOptions())
  const make = useMutation({
    mutationFn: async () => {
      await flushTyped()
      return client.maintenance.backup()
    },
    onSuccess: async ({ at }) => {
      notifications.show({ message: t('backups.made', { when: format.moment(at) }) })
      await cache.invalidateQueries({ queryKey: orpc.maintenance.backups.key() })
    },
  })
  return (
    <>
      <p className={styles['intro']}>
        {t('backups.intro')} {t('backups.where', { path: backupFolder(session.workspace.path) })}
      </p>
      <div className={styles['bar']}>
        <Button onClick={() => make.mutate()} loading={make.isPending}>
          {t('backups.make')}
        </Button>
      </div>
      <ErrorNotice error={error ?? make.error} />
      {data?.length === 0 && <EmptyState title={t('backups.none')} hint={t('backups.noneHint')} />}
      {data && data.length > 0 && <BackupTable rows={data} onRestore={setRestoring} />}
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </>
  )
}

/** Written with the separator of the machine it is on. */
function backupFolder(root: string): string {
  return `${root}${root.includes('\\') ? '\\' : '/'}backups`
}

type TableProps = Readonly<{ rows: readonly BackupRow[]; onRestore(row: BackupRow): void }>

function BackupTable({ rows, onRestore }: TableProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('backups.at')}</th>
          <th scope="col">{t('backups.articles')}</th>
          <th scope="col">{t('backups.size')}</th>
          <th scope="col">{t('backups.check')}</th>
          <th scope="col">
            <span className="tt-hidden">{t('backups.restoreDo')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td>{format.moment(row.at)}</td>
            <td>{format.number(row.articles)}</td>
            <td>{format.bytes(row.bytes)}</td>
            <td className={row.intact ? styles['good'] : styles['bad']}>
              {t(row.intact ? 'backups.intact' : 'backups.damaged')}
            </td>
            <td className={styles['acts']}>
              {row.intact && (
                <Button size="xs" variant="default" onClick={() => onRestore(row)}>
                  {t('backups.restore')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
