import { Button, Progress } from '@mantine/core'
import { IconMovie } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#renderer/client/client.ts'
import { clipFiles, mediaEndings, subtitleEndings } from '#renderer/ui/clip-files.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import { DeskLayout } from '#renderer/ui/frame/DeskLayout.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { clipPlace, openTrack } from '#renderer/ui/navigation.ts'
import { useStore } from '#renderer/ui/store.ts'
import { BeginTrack } from './list/BeginTrack.tsx'
import { ClipList } from './list/ClipList.tsx'
import { OpenTrack } from './OpenTrack.tsx'
import { useClipImport } from './use-clip-import.ts'

const all = { input: {} } as const

/** The video desk (Phụ đề): clips, their subtitles, and one track in hand. */
export function VideoDesk() {
  const { t } = useTranslation('video')
  const place = useStore(clipPlace)
  const clips = useQuery(orpc.clips.list.queryOptions(all))
  const tracks = useQuery(orpc.tracks.list.queryOptions(all))
  const [begins, setBegins] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const imported = useCallback((clip: string) => openTrack(clip, null), [])
  const { take, sent, isWorking, error, failure } = useClipImport(imported)
  const given = useStore(clipFiles)
  useEffect(() => {
    if (!given || given.clips.length === 0) return
    clipFiles.set(given.subtitles ? { clips: [], subtitles: given.subtitles } : null)
    take(given.clips)
  }, [given, take])
  const clip = clips.data?.find((each) => each.clip === place.clip)
  const own = tracks.data?.filter((track) => track.clip === clip?.clip) ?? []
  const track =
    own.find(({ language }) => language === place.language) ??
    own.find(({ source }) => source === null) ??
    own[0]
  const add = () => picker.current?.click()
  useCommands([
    { id: 'addClip', title: t('addClip'), group: 'video', keys: 'Ctrl+O', run: add },
    {
      id: 'importSubtitles',
      title: t('file.import'),
      group: 'video',
      keys: null,
      run: () => files.current?.click(),
    },
  ])
  return (
    <DeskLayout
      label={t('desk')}
      list={
        <ClipList
          clips={clips.data ?? []}
          tracks={tracks.data ?? []}
          clip={clip?.clip ?? null}
          language={track?.language ?? null}
          onOpen={openTrack}
          onAdd={add}
          onBegin={() => setBegins(true)}
        />
      }
    >
      {sent !== null && <Progress value={sent * 100} aria-label={t('sending')} />}
      <ErrorNotice error={error ?? clips.error ?? tracks.error} />
      <FailureNotice failure={failure} />
      {!clip && !isWorking && (
        <EmptyState title={t('nothing')} hint={t('nothingHint')} icon={IconMovie}>
          <Button onClick={add}>{t('addClip')}</Button>
        </EmptyState>
      )}
      {!clip && isWorking && <EmptyState title={t('importing')} hint={t('importingHint')} icon={IconMovie} />}
      {clip && !track && (
        <EmptyState title={t('noTrack')} hint={t('noTrackHint')} icon={IconMovie}>
          <Button onClick={() => setBegins(true)}>{t('begin.open')}</Button>
        </EmptyState>
      )}
      {clip && track && (
        <OpenTrack
          key={track.document}
          clip={clip}
          track={track}
          onChooseFile={() => files.current?.click()}
        />
      )}
      {clip && begins && (
        <BeginTrack
          clip={clip.clip}
          tracks={own}
          onClose={() => setBegins(false)}
          onBegun={({ clip: of, language }) => {
            setBegins(false)
            openTrack(of, language)
          }}
        />
      )}
      <Chooser ref={picker} label={t('addClip')} accept={mediaEndings} onFiles={take} />
      <Chooser
        ref={files}
        label={t('file.import')}
        accept={subtitleEndings}
        onFiles={([subtitles]) => subtitles && clipFiles.set({ clips: [], subtitles })}
      />
    </DeskLayout>
  )
}

type ChooserProps = Readonly<{
  ref: React.Ref<HTMLInputElement>
  label: string
  accept: string
  onFiles: (files: readonly File[]) => void
}>

function Chooser({ ref, label, accept, onFiles }: ChooserProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept={accept}
      aria-label={label}
      onChange={(event) => {
        onFiles([...(event.currentTarget.files ?? [])])
        event.currentTarget.value = ''
      }}
    />
  )
}
