import { Button, Modal, NativeSelect, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrackSummary } from '#contract/tracks.ts'
import { client } from '#renderer/client/client.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { DialogFoot } from '#renderer/ui/DialogFoot.tsx'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { offeredLanguages } from '#renderer/ui/offered-languages.ts'

type Props = Readonly<{
  clip: string
  tracks: readonly TrackSummary[]
  onBegun: (track: TrackSummary) => void
  onClose: () => void
}>

/** Subtitles in a language: from nothing, or beside others whose times they take. */
export function BeginTrack({ clip, tracks, onBegun, onClose }: Props) {
  const { t } = useTranslation('video')
  const languageName = useLanguageName()
  const there = tracks.map(({ language }) => language)
  const free = ['vi', ...offeredLanguages.filter((tag) => tag !== 'vi')].filter((tag) => !there.includes(tag))
  const [language, setLanguage] = useState(free[0] ?? 'vi')
  const origin = tracks.find((track) => track.source === null) ?? tracks[0]
  const [from, setFrom] = useState(origin?.language ?? '')
  const begin = useMutation({
    mutationFn: () => client.tracks.create({ clip, language, from: from === '' ? null : from }),
    onSuccess: onBegun,
  })
  return (
    <Modal opened onClose={onClose} title={t('begin.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          begin.mutate()
        }}
      >
        <Stack>
          <NativeSelect
            data-autofocus
            label={t('begin.language')}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
            data={free.map((tag) => ({ value: tag, label: languageName(tag) }))}
          />
          {tracks.length > 0 && (
            <NativeSelect
              label={t('begin.from')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
              data={[
                ...tracks.map((track) => ({ value: track.language, label: languageName(track.language) })),
                { value: '', label: t('begin.fromNothing') },
              ]}
            />
          )}
          <ErrorNotice error={begin.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" loading={begin.isPending}>
              {t('begin.do')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
