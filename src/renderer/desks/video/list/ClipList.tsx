import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClipView } from '#contract/clips.ts'
import type { TrackSummary } from '#contract/tracks.ts'
import { mediaUrl } from '#renderer/client/asset-url.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { SideFacts, SideList, SideRow, SideRows } from '#renderer/ui/SideList.tsx'
import { shortTime } from '../cues/cue-words.ts'
import styles from '../Video.module.css'

type Props = Readonly<{
  clips: readonly ClipView[]
  tracks: readonly TrackSummary[]
  clip: string | null
  language: string | null
  onOpen: (clip: string, language: string | null) => void
  onAdd: () => void
  onBegin: () => void
}>

/** The clips, newest first; those of the one in hand with their languages. */
export function ClipList({ clips, tracks, clip: open, language, onOpen, onAdd, onBegin }: Props) {
  const { t } = useTranslation('video')
  return (
    <SideList
      title={t('clips')}
      head={
        <Button size="xs" onClick={onAdd}>
          {t('addClip')}
        </Button>
      }
    >
      <SideRows>
        {clips.map((clip) => (
          <ClipRow
            key={clip.clip}
            clip={clip}
            tracks={tracks.filter((track) => track.clip === clip.clip)}
            isOpen={clip.clip === open}
            language={language}
            onOpen={onOpen}
            onBegin={onBegin}
          />
        ))}
      </SideRows>
    </SideList>
  )
}

type RowProps = Readonly<{ clip: ClipView; tracks: readonly TrackSummary[]; isOpen: boolean }> &
  Pick<Props, 'language' | 'onOpen' | 'onBegin'>

function ClipRow({ clip, tracks, isOpen, language, onOpen, onBegin }: RowProps) {
  const { t } = useTranslation('video')
  const languageName = useLanguageName()
  return (
    <>
      <SideRow title={clip.name} chosen={isOpen} onChoose={() => onOpen(clip.clip, null)}>
        <span className={styles['clipFacts']}>
          {clip.kind === 'video' && (
            <img src={mediaUrl(`/clip/${clip.clip}/thumbnail?at=1000&height=90`)} alt="" loading="lazy" />
          )}
          <SideFacts>
            <span>{shortTime(clip.durationMs)}</span>
            {clip.articles.slice(0, 1).map(({ article, title }) => (
              <span key={article}>{title}</span>
            ))}
            {!isOpen && <span>{t('languages', { count: tracks.length })}</span>}
          </SideFacts>
        </span>
      </SideRow>
      {isOpen && (
        <li className={styles['tracks']}>
          {tracks.map((track) => (
            <button
              key={track.document}
              type="button"
              aria-current={track.language === language ? 'true' : undefined}
              onClick={() => onOpen(clip.clip, track.language)}
            >
              <span>{languageName(track.language)}</span>
              <span>
                {[
                  t(`common:state.${track.state}`),
                  track.open > 0 ? t('counts.left', { count: track.open }) : '',
                  track.stale > 0 ? t('counts.stale', { count: track.stale }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          ))}
          <Button size="xs" variant="default" onClick={onBegin}>
            {t('begin.open')}
          </Button>
        </li>
      )}
    </>
  )
}
