import { Alert, Button, Modal, NativeSelect, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { type ReadSubtitleFile, subtitleEncodingNames } from '#contract/tracks.ts'
import { takeFile } from '#documents/track/file-track.ts'
import { plainCueText } from '#domain/cues/cue.ts'
import { cueEntries, type SubtitleFile } from '#domain/cues/subtitle-file.ts'
import { readSrt } from '#formats/srt/srt.ts'
import { readWebVtt } from '#formats/webvtt/webvtt.ts'
import { client } from '#renderer/client/client.ts'
import { uploadFile } from '#renderer/client/upload.ts'
import { DialogFoot } from '#renderer/ui/DialogFoot.tsx'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { shortTime } from '../cues/cue-words.ts'
import type { TrackHand } from '../track-hand.ts'
import styles from '../Video.module.css'

const shownCues = 4
const shownProblems = 30

type Props = Readonly<{ file: File; hand: TrackHand; onClose: () => void }>

/** A subtitle file before it is taken in: its words as they were read, and what is wrong by line. One step back undoes it. */
export function ImportSubtitles({ file, hand, onClose }: Props) {
  const { t } = useTranslation('video')
  const [encoding, setEncoding] = useState<string>('')
  const upload = useQuery({
    queryKey: ['subtitles', file.name, file.lastModified, file.size],
    queryFn: () => uploadFile(file),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const grant = upload.data?.grant
  useEffect(() => {
    if (grant === undefined) return
    return () => void client.files.release({ grant }).catch(() => undefined)
  }, [grant])
  const read = useQuery({
    queryKey: ['subtitles', grant, encoding],
    queryFn: () =>
      client.tracks.readFile({
        grant: grant ?? '',
        encoding: subtitleEncodingNames.find((name) => name === encoding) ?? null,
      }),
    enabled: grant !== undefined,
    retry: false,
    gcTime: 0,
  })
  const there = hand.store.cues.get().length
  function take(content: SubtitleFile): void {
    hand.edit((doc) => takeFile(doc, content, () => uuidv7()))
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('import.title', { name: file.name })} size="lg">
      <Stack gap="sm">
        <ErrorNotice error={upload.error ?? read.error} />
        {read.data && (
          <Preview
            read={read.data}
            there={there}
            encoding={encoding}
            onEncoding={setEncoding}
            onTake={take}
            onCancel={onClose}
          />
        )}
        {!read.data && !read.error && !upload.error && <p>{t('import.reading')}</p>}
      </Stack>
    </Modal>
  )
}

type PreviewProps = Readonly<{
  read: ReadSubtitleFile
  there: number
  encoding: string
  onEncoding: (encoding: string) => void
  onTake: (file: SubtitleFile) => void
  onCancel: () => void
}>

function Preview({ read, there, encoding, onEncoding, onTake, onCancel }: PreviewProps) {
  const { t } = useTranslation('video')
  const { file } = read.format === 'webvtt' ? readWebVtt(read.text) : readSrt(read.text)
  const first = cueEntries(file).slice(0, shownCues)
  const more = read.problems.length - shownProblems
  return (
    <>
      <p>{t('import.found', { count: read.cues, format: read.format === 'srt' ? 'SRT' : 'WebVTT' })}</p>
      <NativeSelect
        label={t('import.encoding')}
        value={encoding === '' ? read.encoding : encoding}
        onChange={(event) => onEncoding(event.currentTarget.value)}
        data={[...subtitleEncodingNames]}
      />
      {!read.certain && <Alert color="yellow">{t('import.unsure')}</Alert>}
      <ol className={styles['sample']}>
        {first.map(({ cue, line }) => (
          <li key={line}>
            <span>{shortTime(cue.start)}</span> {plainCueText(cue.text)}
          </li>
        ))}
      </ol>
      {read.problems.length > 0 && (
        <section aria-label={t('import.problems', { count: read.problems.length })}>
          <h3>{t('import.problems', { count: read.problems.length })}</h3>
          <ul className={styles['problems']}>
            {read.problems.slice(0, shownProblems).map(({ line, code }) => (
              <li key={`${line}${code}`}>
                {t('import.problem', { line, what: t(`cli:convert.problem.${code}`) })}
              </li>
            ))}
            {more > 0 && <li>{t('import.more', { count: more })}</li>}
          </ul>
        </section>
      )}
      {there > 0 && <Alert color="yellow">{t('import.replaces', { count: there })}</Alert>}
      <DialogFoot onCancel={onCancel}>
        <Button data-autofocus onClick={() => onTake(file)}>
          {there > 0 ? t('import.replace') : t('import.do')}
        </Button>
      </DialogFoot>
    </>
  )
}
