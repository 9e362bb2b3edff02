import { Button, FileButton, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { createActIds } from '../../client/act-ids.ts'
import { client } from '../../client/client.ts'
import { uploadFile } from '../../client/upload.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { scanAccept } from './scan-types.ts'

type Props = Readonly<{ item: QueueItem; onClose(): void; onDecided(submission: string): void }>

/** Records that someone signed on paper: who, and the scan of the sheet. */
export function PaperApproval({ item, onClose, onDecided }: Props) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const [acts] = useState(createActIds)
  const [approver, setApprover] = useState('')
  const [note, setNote] = useState('')
  const [scan, setScan] = useState<File | null>(null)
  const record = useMutation({
    mutationFn: async (file: File) => {
      const { grant } = await uploadFile(file)
      const { asset } = await client.assets.add({ grant, use: 'scan' })
      const approval = { submission: item.submission, scan: asset, approver, note }
      await client.workflow.approveOnPaper({ id: acts.of(approval), ...approval })
    },
    onSuccess: () => {
      notifications.show({
        message: t('approvedOnPaper', {
          title: item.title || t('common:untitled'),
          approver: approver.trim(),
          name: item.submittedBy.name,
          when: format.moment(item.submittedAt),
        }),
        autoClose: 8000,
      })
      onDecided(item.submission)
      onClose()
    },
  })
  const ready = approver.trim() !== '' && scan !== null
  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) record.mutate(scan)
  }
  return (
    <Modal opened onClose={onClose} title={t('paperTitle')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('paperHint')}
          </Text>
          <TextInput
            label={t('paperApprover')}
            value={approver}
            onChange={(event) => setApprover(event.currentTarget.value)}
            data-autofocus
            required
          />
          <Group gap="sm">
            <FileButton onChange={setScan} accept={scanAccept}>
              {(props) => (
                <Button variant="default" {...props}>
                  {t('paperScan')}
                </Button>
              )}
            </FileButton>
            {scan && (
              <span>
                {scan.name} · {format.bytes(scan.size)}
              </span>
            )}
          </Group>
          <Textarea
            label={t('paperNote')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ErrorNotice error={record.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" disabled={!ready} loading={record.isPending}>
              {t('paperSave')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
