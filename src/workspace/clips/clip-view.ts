import type { ClipView } from '#contract/clips.ts'
import { shownSize } from '#domain/clips/media-facts.ts'
import type { ClipService, Services, StoredClip } from '../services.ts'
import { articlesWith, tracksOf } from './clip-rows.ts'

type Needs = Pick<Services, 'store'> & Readonly<{ clips: ClipService }>

/** A clip as clients see it. `prepare`: somebody wants to see it, so that what is missing begins to be made. */
export async function viewClip(
  { store, clips }: Needs,
  clip: StoredClip,
  prepare = false,
): Promise<ClipView> {
  const { hash, facts } = clip
  const { video, audio } = facts
  const { width, height } = video ? shownSize(video) : { width: 0, height: 0 }
  const { playback, peaks, url } = await clips.standing(clip, prepare)
  return {
    clip: hash,
    name: clip.name,
    bytes: clip.bytes,
    durationMs: facts.durationMs,
    kind: video ? 'video' : 'audio',
    width,
    height,
    frameRate: video?.frameRate ?? null,
    variable: video?.variable ?? false,
    hdr: video !== null && video.transfer !== 'sdr',
    hasAudio: audio !== null,
    playback,
    peaks,
    url,
    articles: [...articlesWith(store.read, hash)],
    tracks: [...tracksOf(store.read, hash)],
    addedAt: clip.addedAt,
  }
}
