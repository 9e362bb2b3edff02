import { Button, Loader } from '@mantine/core'
import { IconMusic, IconVideoOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClipView } from '#contract/clips.ts'
import { mediaUrl } from '../../client/asset-url.ts'
import { orpc } from '../../client/client.ts'
import { FailureNotice } from '../failure/FailureNotice.tsx'
import styles from './ClipPlayer.module.css'
import { ClipProgress } from './ClipProgress.tsx'

type Props = Readonly<{ clip: string; label: string }>

const posterHeight = 360

/** A clip that can be played where it stands: its first picture, and what is the matter while there is nothing to play. */
export function ClipPlayer({ clip, label }: Props) {
  const { t } = useTranslation()
  const asked = useQuery(orpc.clips.get.queryOptions({ input: { clip } }))
  const again = useMutation(orpc.clips.prepare.mutationOptions())
  const view = asked.data
  if (!view)
    return (
      <div className={styles['empty']}>
        {asked.isError ? <IconVideoOff size={28} stroke={1.4} aria-hidden /> : <Loader size="sm" />}
        {asked.isError && t('clip.missing')}
      </div>
    )
  const { playback } = view
  if (playback.state === 'original' || playback.state === 'proxy')
    return <Playing view={view} label={label} />
  return (
    <div className={styles['empty']} data-clip-state={playback.state}>
      {view.kind === 'video' && <img className={styles['still']} src={posterOf(view)} alt="" />}
      {playback.failure ? (
        <>
          <FailureNotice failure={playback.failure} />
          <Button size="xs" variant="default" onClick={() => again.mutate({ clip })}>
            {t('clip.again')}
          </Button>
        </>
      ) : (
        <ClipProgress job={playback.job} />
      )}
    </div>
  )
}

/** Whoever is watching the original is not torn away from it when its copy is made. */
function Playing({ view, label }: Readonly<{ view: ClipView; label: string }>) {
  const [begun, setBegun] = useState<string | null>(null)
  const source = mediaUrl(begun ?? view.url)
  const held = { src: source, 'aria-label': label, onPlay: () => setBegun((now) => now ?? view.url) }
  if (view.kind === 'audio')
    return (
      <div className={styles['sound']} data-clip-state={view.playback.state}>
        <IconMusic size={20} aria-hidden />
        <audio controls preload="metadata" {...held} />
      </div>
    )
  return (
    <video
      className={styles['video']}
      data-clip-state={view.playback.state}
      controls
      playsInline
      preload="metadata"
      poster={posterOf(view)}
      style={{ aspectRatio: `${view.width} / ${view.height}` }}
      {...held}
    />
  )
}

function posterOf({ clip }: ClipView): string {
  return mediaUrl(`/clip/${clip}/thumbnail?at=0&height=${posterHeight}`)
}
