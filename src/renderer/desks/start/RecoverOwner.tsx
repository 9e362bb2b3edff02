import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberView } from '#contract/people.ts'
import { client, orpc } from '../../client/client.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { noPin, PinFields, pinIsReady } from '../../ui/people/PinFields.tsx'
import { useWorkspace } from '../../ui/workspace.tsx'
import { FileTarget } from './FileTarget.tsx'
import styles from './RecoveryStep.module.css'
import { readRecoveryFile } from './recovery-text.ts'
import { StartLayout } from './StartLayout.tsx'

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
  const ready = file !== null && member !== null && pinIsReady(pin)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) recover.mutate({ file, member, pin: pin.pin })
  }
  return (
    <StartLayout title={t('recover.title')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
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
          <ErrorNotice error={recover.error ?? members.error} />
          {!ready && (
            <p id="incomplete" className={styles['missing']}>
              {t('recover.incomplete')}
            </p>
          )}
          <Group justify="space-between">
            <Button variant="subtle" onClick={onBack}>
              {t('common:back')}
            </Button>
            <Button
              type="submit"
              disabled={!ready}
              loading={recover.isPending}
              aria-describedby={ready ? undefined : 'incomplete'}
            >
              {t('recover.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </StartLayout>
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
