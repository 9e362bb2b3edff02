import { Button, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberView } from '#contract/people.ts'
import type { Role } from '#domain/roles.ts'
import { createActIds } from '../../client/act-ids.ts'
import { client, orpc } from '../../client/client.ts'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { RolesField } from '../../ui/people/RolesField.tsx'

export type MemberForm = Readonly<{ member: MemberView; onDone(): void }>

export function ChangeRoles({ member, onDone }: MemberForm) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [acts] = useState(createActIds)
  const [roles, setRoles] = useState<readonly Role[]>(member.roles)
  const change = useMutation({
    mutationFn: () => client.people.setRoles({ id: acts.of(roles), member: member.id, roles: [...roles] }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: orpc.people.key() })
      await cache.invalidateQueries({ queryKey: orpc.session.key() })
      onDone()
    },
  })
  return (
    <Stack gap="sm">
      <RolesField value={roles} onChange={setRoles} />
      <ErrorNotice error={change.error} />
      <DialogFoot onCancel={onDone}>
        <Button onClick={() => change.mutate()} disabled={roles.length === 0} loading={change.isPending}>
          {t('common:save')}
        </Button>
      </DialogFoot>
    </Stack>
  )
}
