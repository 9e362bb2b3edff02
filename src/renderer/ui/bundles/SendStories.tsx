import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleExport } from '#contract/bundles.ts'
import { createActIds } from '../../client/act-ids.ts'
import { download } from '../../client/asset-url.ts'
import { client } from '../../client/client.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ErrorNotice } from '../failure/ErrorNotice.tsx'
import { FailureNotice } from '../failure/FailureNotice.tsx'
import styles from './Bundles.module.css'
import type { SentStory } from './bundle-task.ts'

const day = 24 * 60 * 60_000

/** `stories` null: all that was changed since a day. */
type Props = Readonly<{ stories: readonly SentStory[] | null; onClose(): void }>

/** Packs stories into a file to be carried to another machine. */
export function SendStories({ stories, onClose }: Props) {
  const { t } = useTranslation('bundles')
  const [note, setNote] = useState('')
  const [since, setSince] = useState(() => dayOf(Date.now() - 7 * day))
  const [acts] = useState(createActIds)
  const send = useMutation({
    mutationFn: async () => {
      await flushTyped()
      const scope = stories
        ? { kind: 'stories' as const, articles: stories.map(({ id }) => id) }
        : { kind: 'since' as const, since: new Date(`${since}T00:00`).getTime() }
      const made = await client.bundles.export({ id: acts.of({ scope, note }), scope, note })
      await save(made)
      return made
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    send.mutate()
  }
  const title = stories ? t('send.title', { count: stories.length }) : t('send.sinceTitle')
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      {send.data ? (
        <Sent made={send.data} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t('send.hint')}
            </Text>
            {stories ? (
              <ul className={styles['stories']}>
                {stories.map((story) => (
                  <li key={story.id}>{story.title || t('open.untitled')}</li>
                ))}
              </ul>
            ) : (
              <TextInput
                type="date"
                label={t('send.since')}
                value={since}
                onChange={(event) => setSince(event.currentTarget.value)}
                required
              />
            )}
            <Textarea
              label={t('send.note')}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              maxLength={4000}
              autosize
              minRows={1}
            />
            <ErrorNotice error={send.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={send.isPending} data-autofocus>
                {t('send.do')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

function Sent({ made, onClose }: Readonly<{ made: BundleExport; onClose(): void }>) {
  const { t } = useTranslation('bundles')
  const format = useFormat()
  const again = useMutation({ mutationFn: () => save(made) })
  const { file, stories, heldBack, missing } = made
  return (
    <Stack gap="sm">
      <p role="status" className={styles['said']}>
        {t('send.done', { count: stories, name: file.name, bytes: format.bytes(file.bytes) })}
      </p>
      {missing > 0 && <Text size="sm">{t('send.missing', { count: missing })}</Text>}
      {heldBack.length > 0 && <strong>{t('send.held', { count: heldBack.length })}</strong>}
      {heldBack.map(({ document, title, failure }) => (
        <div key={document}>
          <span>{title || t('open.untitled')}</span>
          <FailureNotice failure={failure} />
        </div>
      ))}
      <ErrorNotice error={again.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => again.mutate()} loading={again.isPending}>
          {t('send.again')}
        </Button>
        <Button onClick={onClose}>{t('send.close')}</Button>
      </Group>
    </Stack>
  )
}

async function save({ file }: Pick<BundleExport, 'file'>): Promise<void> {
  if (file.url !== null) await download(file.url, file.name)
}

/** As a date field wants it, in the time of this machine. */
function dayOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
