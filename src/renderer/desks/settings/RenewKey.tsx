import { Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createActIds } from '../../client/act-ids.ts'
import { client, orpc } from '../../client/client.ts'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { noPin, PinFields, pinIsReady } from '../../ui/people/PinFields.tsx'
import type { MemberForm } from './ChangeRoles.tsx'

/** A forgotten PIN cannot be read back: the member gets a new key under a new PIN. */
export function RenewKey({ member, onDone }: MemberForm) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [acts] = useState(createActIds)
  const [pin, setPin] = useState(noPin)
  const renew = useMutation({
    mutationFn: () => client.people.renewKey({ id: acts.of(pin.pin), member: member.id, pin: pin.pin }),
    onSuccess: async () => {
      notifications.show({ message: t('members.renewed', { name: member.name }) })
      await cache.invalidateQueries({ queryKey: orpc.people.key() })
      onDone()
    },
  })
  const ready = pinIsReady(pin, [member.name])
  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) renew.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('members.renewHint')}</Text>
        <Text size="sm" c="dimmed">
          {t('members.firstPinHint')}
        </Text>
        <PinFields value={pin} onChange={setPin} names={[member.name]} label={t('members.firstPin')} />
        <ErrorNotice error={renew.error} />
        <DialogFoot onCancel={onDone}>
          <Button type="submit" disabled={!ready} loading={renew.isPending}>
            {t('members.renewDo')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  )
}
