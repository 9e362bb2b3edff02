import { Button, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { isSameName } from '#domain/person-names.ts'
import type { Role } from '#domain/roles.ts'
import { client, orpc } from '../../client/client.ts'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { noPin, PinFields, pinIsReady } from '../../ui/people/PinFields.tsx'
import { RolesField } from '../../ui/people/RolesField.tsx'

/** Adds a member on this machine: name, roles, a first PIN. */
export function AddMember({ onDone }: Readonly<{ onDone(): void }>) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [id] = useState(uuidv7)
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [pin, setPin] = useState(noPin)
  const add = useMutation({
    mutationFn: () => client.people.addMember({ id, name, roles: [...roles], pin: pin.pin }),
    onSuccess: async (member) => {
      notifications.show({ message: t('members.added', { name: member.name }) })
      await cache.invalidateQueries({ queryKey: orpc.people.key() })
      await cache.invalidateQueries({ queryKey: orpc.session.key() })
      onDone()
    },
  })
  const members = useQuery(orpc.people.list.queryOptions())
  const namesake = members.data?.find((member) => !member.removed && isSameName(member.name, name))
  const ready = name.trim() !== '' && roles.length > 0 && pinIsReady(pin, [name])
  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) add.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('members.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          data-autofocus
          required
        />
        {namesake && (
          <Text size="sm" role="status">
            {t('members.namesakeHint', { name: namesake.name })}
          </Text>
        )}
        <RolesField value={roles} onChange={setRoles} />
        <Text size="sm" c="dimmed">
          {t('members.firstPinHint')}
        </Text>
        <PinFields value={pin} onChange={setPin} names={[name]} label={t('members.firstPin')} />
        <ErrorNotice error={add.error} />
        <DialogFoot onCancel={onDone}>
          <Button type="submit" disabled={!ready} loading={add.isPending}>
            {t('members.add')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  )
}
