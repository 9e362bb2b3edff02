import { Button, Menu, Popover, Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ClipView } from '#contract/clips.ts'
import type { TrackSummary } from '#contract/tracks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { client } from '#renderer/client/client.ts'
import { flushTyped } from '#renderer/client/window-guard.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { saveText } from '#renderer/ui/save-text.ts'
import { StateMark } from '#renderer/ui/workflow/StateMark.tsx'
import { StateSection } from '#renderer/ui/workflow/StateSection.tsx'
import styles from './Video.module.css'

type Props = Readonly<{
  clip: ClipView
  track: TrackSummary
  counts: Readonly<{ cues: number; wrong: number; open: number }>
  stale: number
  readOnly: boolean
  /** Null where there is no source to write in. */
  writesSource: boolean | null
  onWritesSource: (on: boolean) => void
  onImport: () => void
  onAdd: () => void
  onNextError: () => void
}>

/** What is being subtitled, how far it is, and where it goes. */
export function TrackHead(props: Props) {
  const { clip, track, counts, stale, readOnly, writesSource, onWritesSource, onImport, onAdd, onNextError } =
    props
  const { t } = useTranslation('video')
  const languageName = useLanguageName()
  const document = track.document as DocumentId
  return (
    <header className={styles['head']}>
      <h2 title={clip.name}>{clip.name}</h2>
      <span className={styles['pair']}>
        {track.source === null
          ? languageName(track.language)
          : t('pair', { from: languageName(track.source), to: languageName(track.language) })}
      </span>
      <span className={styles['counts']}>{t('counts.cues', { count: counts.cues })}</span>
      {(counts.wrong > 0 || counts.open > 0) && (
        <button type="button" className={styles['wrong']} onClick={onNextError}>
          {t('counts.open', { wrong: counts.wrong, open: counts.open })}
        </button>
      )}
      {stale > 0 && <span className={styles['stale']}>{t('counts.stale', { count: stale })}</span>}
      <span className={styles['space']} />
      {writesSource !== null && (
        <Switch
          size="xs"
          label={t('writeSource')}
          checked={writesSource}
          onChange={(event) => onWritesSource(event.currentTarget.checked)}
        />
      )}
      {!readOnly && (
        <Button size="xs" variant="default" onClick={onAdd}>
          {t('key.addCue')}
        </Button>
      )}
      <FileMenu document={document} readOnly={readOnly} onImport={onImport} />
      <Popover width={300} position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <Button size="xs" variant="default" aria-label={t('review')}>
            <StateMark state={track.state} changed={track.readiness === 'newerUnapproved'} />
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <StateSection document={document} locked={readOnly} group="video" />
        </Popover.Dropdown>
      </Popover>
    </header>
  )
}

type MenuProps = Readonly<{ document: DocumentId; readOnly: boolean; onImport: () => void }>

function FileMenu({ document, readOnly, onImport }: MenuProps) {
  const { t } = useTranslation('video')
  const { mutate: write } = useMutation({
    mutationFn: async (format: 'srt' | 'webvtt') => {
      await flushTyped()
      return client.tracks.exportFile({ document, format })
    },
    onSuccess({ name, text, losses }) {
      saveText(text, name)
      if (losses.length === 0) return
      const lost = losses
        .map(
          ({ kind, count, names }) =>
            `${count} ${t(`cli:convert.loss.${kind}`, { names: names.join(' · ') })}`,
        )
        .join('; ')
      notifications.show({ message: t('file.losses', { name, lost }), autoClose: false })
    },
    onError: (error) => notifications.show({ message: <ErrorNotice error={error} />, autoClose: false }),
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default">
          {t('file.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!readOnly && <Menu.Item onClick={onImport}>{t('file.import')}</Menu.Item>}
        <Menu.Item onClick={() => write('srt')}>{t('file.exportSrt')}</Menu.Item>
        <Menu.Item onClick={() => write('webvtt')}>{t('file.exportVtt')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
