import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#domain/roles.ts'
import { createActIds } from '../../client/act-ids.ts'
import { client, orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DialogFoot } from '../DialogFoot.tsx'
import { ErrorNotice } from '../failure/ErrorNotice.tsx'
import { RolesField } from '../people/RolesField.tsx'
import styles from './Bundles.module.css'
import { saveInvitation } from './save-invitation.ts'

/** A request is a page of text; anything larger is none. */
const longest = 100_000

type Props = Readonly<{ file: File | null; onClose(): void }>

/** The owner's answer to a request to join: roles, and an invitation to be sent back. */
export function AdmitMember({ file, onClose }: Props) {
  const { t } = useTranslation('bundles')
  const [chosen, choose] = useState(file)
  return (
    <Modal opened onClose={onClose} title={t('request.title')} size="lg">
      {chosen ? (
        <Request key={chosen.name} file={chosen} onClose={onClose} />
      ) : (
        <FileButton onChange={choose} accept=".txt,text/plain">
          {(props) => <Button {...props}>{t('request.open')}</Button>}
        </FileButton>
      )}
    </Modal>
  )
}

function Request({ file, onClose }: Readonly<{ file: File; onClose(): void }>) {
  const { t } = useTranslation('bundles')
  const format = useFormat()
  const [roles, setRoles] = useState<readonly Role[]>([])
  const look = useQuery({
    queryKey: ['join-request', file.name, file.size, file.lastModified],
    queryFn: async () => {
      const request = await file.slice(0, longest).text()
      return { request, ...(await client.people.readRequest({ request })) }
    },
    retry: false,
  })
  const admit = useAdmission()
  const who = look.data
  if (admit.data) {
    return (
      <Stack gap="sm">
        <p role="status" className={styles['said']}>
          {t('request.done', { name: admit.data.member, file: admit.data.file })}
        </p>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('send.close')}</Button>
        </Group>
      </Stack>
    )
  }
  return (
    <Stack gap="sm">
      <ErrorNotice error={look.error ?? admit.error} />
      {who && (
        <>
          <p>
            {who.member
              ? t('request.already', { name: who.name })
              : t('request.who', { name: who.name, when: format.moment(who.at) })}
          </p>
          {!who.member && (
            <>
              <Text size="sm" c="dimmed">
                {t('request.hint')}
              </Text>
              <RolesField value={roles} onChange={setRoles} />
            </>
          )}
          <DialogFoot onCancel={onClose}>
            <Button
              disabled={!who.member && roles.length === 0}
              loading={admit.isPending}
              onClick={() => admit.mutate({ ...who, roles })}
            >
              {t(who.member ? 'request.again' : 'request.do')}
            </Button>
          </DialogFoot>
        </>
      )}
    </Stack>
  )
}

type Order = Readonly<{
  request: string
  roles: readonly Role[]
  profile: string
  name: string
  member: boolean
}>

function useAdmission() {
  const cache = useQueryClient()
  const [acts] = useState(createActIds)
  return useMutation({
    mutationFn: async ({ request, roles, ...who }: Order) => {
      // Who belongs here already keeps their roles, and is given the invitation once more.
      if (!who.member) {
        await client.people.admit({ id: acts.of([request, roles]), request, roles: [...roles] })
      }
      return { member: who.name, file: await saveInvitation(who.profile) }
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: orpc.people.key() }),
  })
}
