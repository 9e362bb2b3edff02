import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconKey, IconMail, IconUserCog, IconUserMinus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemberView } from '#contract/people.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { saveInvitation } from '../../ui/bundles/save-invitation.ts'
import { usePerson } from '../../ui/workspace.tsx'
import type { MemberAction } from './MemberDialog.tsx'
import styles from './SettingsDesk.module.css'

type Props = Readonly<{ member: MemberView; isOwner: boolean; onAction(action: MemberAction): void }>

export function MemberRow({ member, isOwner, onAction }: Props) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const me = usePerson().id === member.id
  return (
    <tr className={member.removed ? styles['gone'] : undefined}>
      <td>
        {member.name} {me && `(${t('members.me')})`}
        {member.hasNamesake && ` · ${t('members.namesake')}`}
      </td>
      <td>
        {member.removed
          ? t('members.removed')
          : format.list(member.roles.map((role) => t(`common:role.${role}`)))}
        {!member.removed && !member.hasKey && ` · ${t('members.noKey')}`}
      </td>
      <td>{format.date(member.since)}</td>
      {isOwner && (
        <td className={styles['acts']}>
          {!member.removed && <MemberMenu member={member} onAction={onAction} />}
        </td>
      )}
    </tr>
  )
}

function MemberMenu({ member, onAction }: Readonly<Omit<Props, 'isOwner'>>) {
  const { t } = useTranslation('settings')
  const invite = useMutation({ mutationFn: () => saveInvitation(member.id) })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('members.actions', { name: member.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUserCog size={16} />}
          onClick={() => onAction({ kind: 'roles', member })}
        >
          {t('members.changeRoles')}
        </Menu.Item>
        {!member.hasKey && (
          <Menu.Item leftSection={<IconMail size={16} />} onClick={() => invite.mutate()}>
            {t('bundles:request.again')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKey size={16} />} onClick={() => onAction({ kind: 'renew', member })}>
          {t('members.renew')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconUserMinus size={16} />}
          color="red"
          onClick={() => onAction({ kind: 'remove', member })}
        >
          {t('members.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
