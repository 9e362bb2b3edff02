import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import type { DocumentId } from '#domain/document-id.ts'
import { client } from '#renderer/client/client.ts'
import { flushTyped } from '#renderer/client/window-guard.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'

/** Ctrl+S: everything is saved already, so it offers to keep this moment under a name. */
export function KeepVersion({ document }: Readonly<{ document: DocumentId }>) {
  const { t } = useTranslation('writing')
  const [open, setOpen] = useState(false)
  const title = t('version.keepTitle')
  useCommands([{ id: 'keepVersion', title, group: 'writing', keys: 'Ctrl+S', run: () => setOpen(true) }])
  if (!open) return null
  return (
    <Modal
      opened
      onClose={() => setOpen(false)}
      title={t('version.keepTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <KeepForm document={document} onClose={() => setOpen(false)} />
    </Modal>
  )
}

function KeepForm({ document, onClose }: Readonly<{ document: DocumentId; onClose: () => void }>) {
  const { t } = useTranslation('writing')
  const [id] = useState(uuidv7)
  const [name, setName] = useState('')
  const keep = useMutation({
    mutationFn: async () => {
      await flushTyped()
      return client.revisions.keep({ id, document, name: name.trim() })
    },
    onSuccess: onClose,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate()
      }}
    >
      <p className="wd-side-words">{t('version.keepExplain')}</p>
      <TextInput
        data-autofocus
        label={t('version.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ErrorNotice error={keep.error} />
      <div className="wd-dialog-foot">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={keep.isPending}>
          {t('version.keepDo')}
        </Button>
      </div>
    </form>
  )
}
