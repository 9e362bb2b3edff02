import { Select, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberView } from '#contract/people.ts'
import { client, orpc } from '../../client/client.ts'
import { noPin, PinFields, pinIsReady } from '../../ui/people/PinFields.tsx'
import { useWorkspace } from '../../ui/workspace.tsx'
import { FileTarget } from './FileTarget.tsx'
import { readRecoveryFile } from './recovery-text.ts'
import { StartForm } from './StartForm.tsx'

type Props = Readonly<{ chosen: string | null; onBack(): void }>

/** The way back in when nobody who manages the newsroom can sign in: its recovery file makes a member an owner. */
export function RecoverOwner({ chosen, onBack }: Props) {
  const { t } = useTranslation('start')
  const members = useQuery(orpc.people.list.queryOptions())
  const [file, setFile] = useState<File | null>(null)
  const [picked, pick] = useState<string | null>(null)
  const [pin, setPin] = useState(noPin)
  const recover = useRecovery()
  const member = picked ?? proposed(members.data ?? [], chosen)
  const submit =
    file && member && pinIsReady(pin) ? () => recover.mutate({ file, member, pin: pin.pin }) : null
  return (
    <StartForm
      title={t('recover.title')}
      next={t('recover.do')}
      missing={t('recover.incomplete')}
      act={{ error: recover.error ?? members.error, isPending: recover.isPending }}
      onSubmit={submit}
      onBack={onBack}
    >
      <Text size="sm">{t('recover.what')}</Text>
      <Text size="sm" c="dimmed">
        {t('recover.ask')}
      </Text>
      <FileTarget
        label={t('recovery.choose')}
        hint={file?.name ?? t('recovery.dropHint')}
        disabled={recover.isPending}
        onFile={setFile}
      />
      <Select
        label={t('recover.who')}
        description={t('recover.whoHint')}
        data={(members.data ?? []).map((each) => ({
          value: each.id,
          label: each.removed ? t('recover.removed', { name: each.name }) : each.name,
        }))}
        value={member}
        onChange={pick}
        allowDeselect={false}
      />
      <PinFields value={pin} onChange={setPin} label={t('recover.pin')} />
    </StartForm>
  )
}

/** Who was here last, else someone who manages the newsroom already. */
function proposed(members: readonly MemberView[], chosen: string | null): string | null {
  const present = members.filter(({ removed }) => !removed)
  const found =
    present.find(({ id }) => id === chosen) ?? present.find(({ roles }) => roles.includes('owner'))
  return found?.id ?? null
}

type Recovery = Readonly<{ file: File; member: string; pin: string }>

function useRecovery() {
  const { refresh } = useWorkspace()
  return useMutation({
    mutationFn: async ({ file, member, pin }: Recovery) => {
      await client.people.recoverOwner({ recoveryFile: await readRecoveryFile(file), member, pin })
      await client.session.signIn({ profile: member, pin })
      localStorage.setItem('tramtin-person', member)
      await refresh()
    },
  })
}
