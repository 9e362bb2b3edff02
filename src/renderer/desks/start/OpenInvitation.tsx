import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleView } from '#contract/bundles.ts'
import type { GrantView } from '#contract/files.ts'
import { client } from '../../client/client.ts'
import { uploadFile } from '../../client/upload.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { useWorkspace } from '../../ui/workspace.tsx'
import { FileTarget } from './FileTarget.tsx'
import styles from './RecoveryStep.module.css'

/** The owner's answer to a request that was made on this machine: looked at first, then taken. */
export function OpenInvitation() {
  const { t } = useTranslation('bundles')
  const look = useMutation({
    mutationFn: async (file: File | GrantView) => {
      const { grant } = file instanceof File ? await uploadFile(file) : file
      return { grant, view: await client.bundles.inspect({ grant }) }
    },
  })
  const { mutate } = look
  useEffect(() => {
    void client.files.offered().then(
      ([file]) => file && mutate(file),
      () => undefined,
    )
  }, [mutate])
  return (
    <section className={styles['facts']}>
      <h2 className={styles['step']}>{t('invitation.have')}</h2>
      {look.data ? (
        <Invitation {...look.data} onBack={look.reset} />
      ) : (
        <FileTarget
          label={t('invitation.choose')}
          hint={t('invitation.dropHint')}
          disabled={look.isPending}
          onFile={look.mutate}
        />
      )}
      <ErrorNotice error={look.error} />
    </section>
  )
}

type Props = Readonly<{ grant: string; view: BundleView; onBack(): void }>

function Invitation({ grant, view, onBack }: Props) {
  const { t } = useTranslation('bundles')
  const { refresh } = useWorkspace()
  const join = useMutation({
    mutationFn: async () => {
      await client.bundles.join({ grant })
      await refresh()
    },
  })
  const { invited, newsroom, sender } = view
  const holds = invited?.here === true && sender.problem === null
  return (
    <Stack gap="xs">
      {invited && (
        <p>{t('invitation.what', { owner: sender.name, name: invited.name, newsroom: newsroom.name })}</p>
      )}
      {holds && (
        <>
          <p>
            {t('invitation.root')}: <code className={styles['root']}>{newsroom.rootKey}</code>
          </p>
          <Text size="sm" c="dimmed">
            {t('invitation.rootHint')}
          </Text>
        </>
      )}
      {sender.problem !== null && <p role="alert">{t('invitation.wrong')}</p>}
      {invited?.here === false && <p role="alert">{t('invitation.notHere', { name: invited.name })}</p>}
      <ErrorNotice error={join.error} />
      <Group gap="xs">
        <Button variant="subtle" onClick={onBack}>
          {t('common:back')}
        </Button>
        {holds && (
          <Button onClick={() => join.mutate()} loading={join.isPending}>
            {t('invitation.do')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
