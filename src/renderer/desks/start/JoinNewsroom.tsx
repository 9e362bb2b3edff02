import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { client } from '../../client/client.ts'
import { noPin, PinFields, pinIsReady } from '../../ui/people/PinFields.tsx'
import { saveText } from '../../ui/save-text.ts'
import { OpenInvitation } from './OpenInvitation.tsx'
import { StartForm } from './StartForm.tsx'
import { StartLayout } from './StartLayout.tsx'

/** Makes a key for this person and a file that asks an owner to let them in. */
export function JoinNewsroom({ onBack }: Readonly<{ onBack(): void }>) {
  const { t } = useTranslation('start')
  const [id] = useState(uuidv7)
  const [name, setName] = useState('')
  const [pin, setPin] = useState(noPin)
  const ask = useMutation({ mutationFn: () => client.people.requestToJoin({ id, name, pin: pin.pin }) })
  const ready = name.trim() !== '' && pinIsReady(pin, [name])
  if (ask.data) return <RequestReady file={ask.data} onBack={onBack} />
  return (
    <StartForm
      title={t('join.title')}
      next={t('join.make')}
      missing={t('create.incomplete')}
      act={ask}
      onSubmit={ready ? () => ask.mutate() : null}
      onBack={onBack}
    >
      <Text size="sm" c="dimmed">
        {t('welcome.joinHint')}
      </Text>
      <TextInput
        label={t('join.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
        autoComplete="name"
        autoFocus
        required
      />
      <Text size="sm" c="dimmed">
        {t('create.pinHint')}
      </Text>
      <PinFields value={pin} onChange={setPin} names={[name]} />
    </StartForm>
  )
}

type Ready = Readonly<{ file: Readonly<{ requestFile: string; fileName: string }>; onBack(): void }>

function RequestReady({ file: { requestFile, fileName }, onBack }: Ready) {
  const { t } = useTranslation('start')
  return (
    <StartLayout title={t('join.done')}>
      <p>{t('join.doneHint', { name: fileName })}</p>
      <Group>
        <Button onClick={() => saveText(requestFile, fileName)}>{t('join.download')}</Button>
        <Button variant="subtle" onClick={onBack}>
          {t('common:back')}
        </Button>
      </Group>
      <OpenInvitation />
    </StartLayout>
  )
}
