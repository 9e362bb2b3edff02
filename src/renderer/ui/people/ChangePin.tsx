import { Button, PasswordInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../client/client.ts'
import { DialogFoot } from '../DialogFoot.tsx'
import { ErrorNotice } from '../failure/ErrorNotice.tsx'
import { usePerson } from '../workspace.tsx'
import { noPin, PinFields, pinIsReady } from './PinFields.tsx'

/** Gives the signed-in person a new PIN. */
export function ChangePin({ onDone }: Readonly<{ onDone(): void }>) {
  const { t } = useTranslation()
  const person = usePerson()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(noPin)
  const change = useMutation(
    orpc.people.changePin.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: t('person.pinChanged') })
        onDone()
      },
    }),
  )
  const ready = current !== '' && pinIsReady(next, [person.name])
  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) change.mutate({ current, next: next.pin })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {/* For password keepers: whose PIN it is. */}
        <input type="text" hidden readOnly autoComplete="username" value={person.id} />
        <PasswordInput
          label={t('person.current')}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="current-password"
          data-autofocus
          required
        />
        <PinFields
          value={next}
          onChange={setNext}
          names={[person.name]}
          label={t('person.next')}
          againLabel={t('person.again')}
        />
        <ErrorNotice error={change.error} />
        <DialogFoot onCancel={onDone}>
          <Button type="submit" loading={change.isPending} disabled={!ready}>
            {t('person.changePinTitle')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  )
}
