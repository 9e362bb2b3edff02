import { Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { client } from '../../client/client.ts'
import { noPin, PinFields, pinIsReady } from '../../ui/people/PinFields.tsx'
import type { NewNewsroom } from './RecoveryStep.tsx'
import { StartForm } from './StartForm.tsx'

type Props = Readonly<{ onMade(made: NewNewsroom): void; onBack(): void }>

/** Names the newsroom and its first owner. */
export function CreateNewsroom({ onMade, onBack }: Props) {
  const { t } = useTranslation('start')
  const [id] = useState(uuidv7)
  const [newsroom, setNewsroom] = useState('')
  const [owner, setOwner] = useState('')
  const [pin, setPin] = useState(noPin)
  const create = useMutation({
    mutationFn: () => client.people.createNewsroom({ id, newsroom, owner, pin: pin.pin }),
    onSuccess: ({ recoveryFile, fileName }) => onMade({ recoveryFile, fileName }),
  })
  const ready = newsroom.trim() !== '' && owner.trim() !== '' && pinIsReady(pin, [newsroom, owner])
  return (
    <StartForm
      title={t('create.title')}
      next={t('create.next')}
      missing={t('create.incomplete')}
      act={create}
      onSubmit={ready ? () => create.mutate() : null}
      onBack={onBack}
    >
      <TextInput
        label={t('create.newsroom')}
        description={t('create.newsroomHint')}
        value={newsroom}
        onChange={(event) => setNewsroom(event.currentTarget.value)}
        maxLength={120}
        autoFocus
        required
      />
      <TextInput
        label={t('create.owner')}
        value={owner}
        onChange={(event) => setOwner(event.currentTarget.value)}
        maxLength={120}
        autoComplete="name"
        required
      />
      <Text size="sm" c="dimmed">
        {t('create.pinHint')}
      </Text>
      <PinFields value={pin} onChange={setPin} names={[newsroom, owner]} />
    </StartForm>
  )
}
