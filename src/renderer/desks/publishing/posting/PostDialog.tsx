import { Button, FileButton, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '#contract/editions.ts'
import { createActIds } from '../../../client/act-ids.ts'
import { client } from '../../../client/client.ts'
import { uploadFile } from '../../../client/upload.ts'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { ErrorNotice } from '../../../ui/failure/ErrorNotice.tsx'
import { readMoment, writeMoment } from '../../../ui/moment-words.ts'

type Props = Readonly<{ article: string; row: BoardRow; onClose(): void }>

/** Notes where and when a text was posted: the address, the time, a screenshot or a word. */
export function PostDialog({ article, row, onClose }: Props) {
  const { t, i18n } = useTranslation('publishing')
  const [acts] = useState(createActIds)
  const [url, setUrl] = useState('')
  const [where, setWhere] = useState('')
  const [note, setNote] = useState('')
  const [shot, setShot] = useState<File | null>(null)
  const [when, setWhen] = useState(() => writeMoment(new Date().toISOString(), i18n.language))
  const moment = readMoment(when, Date.now())
  const address = url.trim()
  const isAddress = address === '' || /^https?:\/\/\S+$/i.test(address)
  const record = useMutation({
    mutationFn: async () => {
      if (!moment) return
      const screenshot = shot === null ? null : (await keepPicture(shot)).asset
      const { channel, language, made } = row
      const posting = {
        article,
        channel,
        language,
        package: made && !made.preview ? made.package : null,
        where,
        url: address,
        postedAt: Date.parse(moment),
        note,
        screenshot,
      }
      await client.publications.note({ id: acts.of(posting), ...posting })
    },
    onSuccess: onClose,
  })
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (moment && isAddress) record.mutate()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('post.title', { language: t(`common:tongue.${row.language}`, row.language) })}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('post.url')}
            placeholder="https://"
            value={url}
            error={!isAddress && t('post.urlWrong')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <TextInput
            label={t('post.where')}
            description={t('post.whereHint')}
            value={where}
            onChange={(event) => setWhere(event.currentTarget.value)}
          />
          <TextInput
            label={t('post.when')}
            value={when}
            error={!moment && t('writing:meta.momentWrong')}
            onChange={(event) => setWhen(event.currentTarget.value)}
          />
          <Textarea
            label={t('post.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group gap="sm">
            <FileButton onChange={setShot} accept="image/png,image/jpeg,image/webp">
              {(props) => (
                <Button variant="default" {...props}>
                  {t('post.screenshot')}
                </Button>
              )}
            </FileButton>
            {shot?.name}
          </Group>
          <ErrorNotice error={record.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" disabled={!moment || !isAddress} loading={record.isPending}>
              {t('post.do')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

async function keepPicture(file: File) {
  const { grant } = await uploadFile(file)
  return client.assets.add({ grant, use: 'picture' })
}
