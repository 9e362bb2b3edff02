import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MemberView } from '#contract/people.ts'
import { assertNever } from '#domain/result.ts'
import { AddMember } from './AddMember.tsx'
import { ChangeRoles } from './ChangeRoles.tsx'
import { RemoveMember } from './RemoveMember.tsx'
import { RenewKey } from './RenewKey.tsx'

export type MemberAction =
  | Readonly<{ kind: 'add' }>
  | Readonly<{ kind: 'roles' | 'renew' | 'remove'; member: MemberView }>

type Props = Readonly<{ action: MemberAction; onClose(): void }>

/** What an owner does about one member. */
export function MemberDialog({ action, onClose }: Props) {
  const { t } = useTranslation('settings')
  const name = action.kind === 'add' ? '' : action.member.name
  const titles = {
    add: t('members.add'),
    roles: t('members.changeRolesOf', { name }),
    renew: t('members.renewOf', { name }),
    remove: t('members.removeOf', { name }),
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={titles[action.kind]}>
      <Body action={action} onClose={onClose} />
    </Modal>
  )
}

function Body({ action, onClose }: Props) {
  switch (action.kind) {
    case 'add':
      return <AddMember onDone={onClose} />
    case 'roles':
      return <ChangeRoles member={action.member} onDone={onClose} />
    case 'renew':
      return <RenewKey member={action.member} onDone={onClose} />
    case 'remove':
      return <RemoveMember member={action.member} onDone={onClose} />
    default:
      return assertNever(action)
  }
}
