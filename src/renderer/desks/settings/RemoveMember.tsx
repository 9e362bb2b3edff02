import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { client, orpc } from '../../client/client.ts'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import type { MemberForm } from './ChangeRoles.tsx'

/** Asked about, because it is signed and cannot be taken back by the one it is about. */
export function RemoveMember({ member, onDone }: MemberForm) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [id] = useState(uuidv7)
  const remove = useMutation({
    mutationFn: () => client.people.removeMember({ id, member: member.id }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: orpc.people.key() })
      await cache.invalidateQueries({ queryKey: orpc.session.key() })
      onDone()
    },
  })
  return (
    <Stack gap="sm">
      <Text size="sm">{t('members.removeHint')}</Text>
      <ErrorNotice error={remove.error} />
      <DialogFoot onCancel={onDone}>
        <Button color="red" onClick={() => remove.mutate()} loading={remove.isPending}>
          {t('members.removeDo')}
        </Button>
      </DialogFoot>
    </Stack>
  )
}
