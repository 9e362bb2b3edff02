import { Button } from '@mantine/core'
import { IconMailOpened, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberView } from '#contract/people.ts'
import { orpc } from '../../client/client.ts'
import { bundleTask } from '../../ui/bundles/bundle-task.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { usePerson, useWorkspace } from '../../ui/workspace.tsx'
import { type MemberAction, MemberDialog } from './MemberDialog.tsx'
import { MemberRow } from './MemberRow.tsx'
import styles from './SettingsDesk.module.css'

/** The people of the newsroom; an owner adds them, gives roles, renews keys. */
export function MembersPart() {
  const { t } = useTranslation('settings')
  const { session } = useWorkspace()
  const isOwner = usePerson().roles.includes('owner')
  const { data, error } = useQuery(orpc.people.list.queryOptions())
  const [action, setAction] = useState<MemberAction | null>(null)
  return (
    <>
      <p className={styles['intro']}>{t('members.intro', { newsroom: session.newsroom?.name })}</p>
      <ErrorNotice error={error} />
      {isOwner && (
        <div className={styles['bar']}>
          <Button
            variant="default"
            mr="xs"
            leftSection={<IconMailOpened size={16} aria-hidden />}
            onClick={() => bundleTask.set({ kind: 'admit', file: null })}
          >
            {t('bundles:request.open')}
          </Button>
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => setAction({ kind: 'add' })}
          >
            {t('members.add')}
          </Button>
        </div>
      )}
      <MemberTable members={data ?? []} isOwner={isOwner} onAction={setAction} />
      {action && <MemberDialog action={action} onClose={() => setAction(null)} />}
    </>
  )
}

type TableProps = Readonly<{
  members: readonly MemberView[]
  isOwner: boolean
  onAction(action: MemberAction): void
}>

function MemberTable({ members, isOwner, onAction }: TableProps) {
  const { t } = useTranslation('settings')
  const present = members.toSorted((one, other) => Number(one.removed) - Number(other.removed))
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('members.name')}</th>
          <th scope="col">{t('members.roles')}</th>
          <th scope="col">{t('members.since')}</th>
          {isOwner && (
            <th scope="col">
              <span className="tt-hidden">{t('members.actions', { name: '' })}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {present.map((member) => (
          <MemberRow key={member.id} member={member} isOwner={isOwner} onAction={onAction} />
        ))}
      </tbody>
    </table>
  )
}
