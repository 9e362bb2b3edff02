import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClipView } from '#contract/clips.ts'
import { writeTimecode } from '#domain/cues/timecode.ts'
import { cueWords, type TrackCue } from '#domain/cues/track.ts'
import { mediaUrl } from '#renderer/client/asset-url.ts'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import { useKeysOf } from '#renderer/ui/keymap/use-keys-of.ts'
import { useStore } from '#renderer/ui/store.ts'
import styles from '../Video.module.css'
import { createPlayer, type Player } from './player.ts'

type Props = Readonly<{
  clip: ClipView
  cues: readonly TrackCue[]
  language: string
  player: Player | null
  onPlayer: (player: Player | null) => void
}>

/** The picture with the cue that is on show, and what moves it. */
export function VideoPane({ clip, cues, language, player, onPlayer }: Props) {
  const { t } = useTranslation('video')
  const media = useRef<HTMLVideoElement>(null)
  const [broken, setBroken] = useState(false)
  const { state, failure } = clip.playback
  const plays = state === 'original' || state === 'proxy'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is another player
  useEffect(() => {
    const element = media.current
    if (!element) return
    setBroken(false)
    const made = createPlayer(element, clip.frameRate)
    onPlayer(made)
    return () => {
      onPlayer(null)
      made.close()
    }
  }, [clip.url, plays])
  return (
    <div className={styles['pane']}>
      <div className={styles['picture']}>
        {plays && (
          // biome-ignore lint/a11y/useMediaCaption: its captions are what is being written, and stand on it
          <video
            ref={media}
            src={mediaUrl(clip.url)}
            preload="auto"
            playsInline
            aria-label={clip.name}
            onError={() => setBroken(true)}
            onClick={() => player?.toggle()}
          />
        )}
        {clip.kind === 'audio' && plays && <p className={styles['note']}>{t('picture.sound')}</p>}
        {state === 'making' && <p className={styles['note']}>{t('picture.making')}</p>}
        {(broken || state === 'failed') && <p className={styles['note']}>{t('picture.broken')}</p>}
        {player && <OnShow cues={cues} player={player} language={language} />}
      </div>
      <FailureNotice failure={failure} />
      {player && <Transport clip={clip} player={player} />}
    </div>
  )
}

function OnShow({
  cues,
  player,
  language,
}: Readonly<{ cues: readonly TrackCue[]; player: Player; language: string }>) {
  const shown = useSyncExternalStore(player.now.subscribe, () => {
    const at = player.now.get()
    return cues.find(({ start, end }) => start <= at && at < end)
  })
  if (!shown || cueWords(shown) === '') return null
  return (
    <p className={styles['onShow']} lang={language}>
      <span>{cueWords(shown)}</span>
    </p>
  )
}

function Transport({ clip, player }: Readonly<{ clip: ClipView; player: Player }>) {
  const { t } = useTranslation('video')
  const playing = useStore(player.playing)
  return (
    <div className={styles['transport']}>
      <TransportButton id="stepBack" label={t('key.stepBack')} onPress={() => player.step(-1)}>
        <IconChevronLeft size={16} aria-hidden />
      </TransportButton>
      <TransportButton id="playPause" label={t('key.playPause')} onPress={player.toggle}>
        {playing ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
      </TransportButton>
      <TransportButton id="stepOn" label={t('key.stepOn')} onPress={() => player.step(1)}>
        <IconChevronRight size={16} aria-hidden />
      </TransportButton>
      <Clock player={player} duration={clip.durationMs} />
    </div>
  )
}

type ButtonProps = Readonly<{ id: string; label: string; onPress: () => void; children: ReactNode }>

function TransportButton({ id, label, onPress, children }: ButtonProps) {
  const keys = useKeysOf(id)
  return (
    <Tooltip label={[label, keys].filter(Boolean).join(' · ')}>
      <ActionIcon
        variant="default"
        size={28}
        aria-label={label}
        // what is being typed stays in hand
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function Clock({ player, duration }: Readonly<{ player: Player; duration: number }>) {
  const now = useStore(player.now)
  return (
    <span className={styles['clock']}>
      <b>{writeTimecode(now, ',')}</b> / {writeTimecode(duration, ',')}
    </span>
  )
}
