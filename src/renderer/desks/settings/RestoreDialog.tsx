import { Button, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BackupRow } from '#contract/maintenance.ts'
import { client } from '../../client/client.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { useWorkspace } from '../../ui/workspace.tsx'

type Props = Readonly<{ backup: BackupRow; onClose(): void }>

/** Going back to a backup: what happens, then the deed. */
export function RestoreDialog({ backup, onClose }: Props) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { refresh } = useWorkspace()
  const when = format.moment(backup.at)
  const restore = useMutation({
    mutationFn: async () => {
      await flushTyped()
      return client.maintenance.restore({ name: backup.name })
    },
    onSuccess: async ({ kept }) => {
      notifications.show({ message: t('backups.restored', { when, kept }), autoClose: false })
      onClose()
      await refresh()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('backups.restoreOf', { when })}>
      <Stack gap="sm">
        <Text size="sm">{t('backups.restoreWhat', { when })}</Text>
        <Text size="sm">{t('backups.restoreThen')}</Text>
        <ErrorNotice error={restore.error} />
        <DialogFoot onCancel={onClose}>
          <Button onClick={() => restore.mutate()} loading={restore.isPending}>
            {t('backups.restoreDo')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  )
}
