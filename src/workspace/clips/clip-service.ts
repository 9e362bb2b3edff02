import type { ClipView } from '#contract/clips.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { canPlay, mediaTypeOfFacts, wantsProxy } from '#domain/clips/playability.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { makeBounded } from '../binding/bounded.ts'
import type { ClipFile, ClipService, DerivedFile, StoredClip } from '../services.ts'
import { type ClipNeeds, findMade, type Making, makeThumbnail } from './clip-files.ts'
import { findClipRow } from './clip-rows.ts'
import { readPeaks } from './peak-files.ts'
import { createPreparing } from './preparing.ts'

/** Pictures at a time: each takes a processor for a moment. */
const thumbnailsAtATime = 2

/** What other capabilities and the shells need to know of clips. */
export function createClips(needs: ClipNeeds): ClipService {
  const { store, assets } = needs
  const preparing = createPreparing(needs)
  const bounded = makeBounded(thumbnailsAtATime)

  function find(hash: string): Result<StoredClip, Failure> {
    const found = findClipRow(store.read, hash)
    return found ? succeed(found) : fail(failure('clip-unknown', { clip: hash }))
  }

  /** What is made, is on its way, or failed. */
  async function madeOf(
    clip: StoredClip,
    what: Making,
    prepare: boolean,
  ): Promise<Readonly<{ file?: DerivedFile; job: string | null; failure: Failure | null }>> {
    const file = await findMade(needs, clip, what)
    if (file) return { file, job: null, failure: null }
    const failed = what === 'proxy' ? clip.proxyFailure : clip.peaksFailure
    if (failed) return { job: null, failure: failed }
    const tools = await needs.media.programs()
    if (!tools.ok) return { job: null, failure: tools.failure }
    const standing = preparing.of(clip.hash, what)
    if (standing)
      return 'job' in standing ? { ...standing, failure: null } : { job: null, failure: standing.stopped }
    return { job: prepare ? preparing.begin(clip, what) : null, failure: null }
  }

  async function standing(clip: StoredClip, prepare: boolean) {
    const peaks = clip.facts.audio ? await madeOf(clip, 'peaks', prepare) : undefined
    const proxy = wantsProxy(clip.facts) ? await madeOf(clip, 'proxy', prepare) : undefined
    return {
      peaks: peaksOf(peaks),
      playback: {
        state: playbackState(clip, proxy),
        job: proxy?.job ?? null,
        failure: proxy?.failure ?? null,
      },
      url: `/clip/${clip.hash}${proxy?.file ? `?proxy=${proxy.file.hash.slice(0, 12)}` : ''}`,
    }
  }

  return {
    find,
    pathOf: (hash) => assets.pathOf(hash),
    standing,
    retry: preparing.retry,
    async playable(hash) {
      const clip = find(hash)
      if (!clip.ok) return clip
      const { facts } = clip.value
      const proxy = wantsProxy(facts) ? await findMade(needs, clip.value, 'proxy') : undefined
      if (proxy) return succeed(fileOf(proxy))
      if (!canPlay(facts)) return fail(failure('not-found', { what: clip.value.name }))
      return succeed({ path: assets.pathOf(hash), mediaType: mediaTypeOfFacts(facts), tag: hash })
    },
    async thumbnail(hash, atMs, height) {
      const clip = find(hash)
      if (!clip.ok) return clip
      const made = await bounded(() => makeThumbnail(needs, clip.value, { atMs, height }))
      return made.ok ? succeed(fileOf(made.value)) : made
    },
    async peaks(hash, stretch) {
      const clip = find(hash)
      if (!clip.ok) return clip
      const file = await findMade(needs, clip.value, 'peaks')
      return file
        ? succeed(await readPeaks(file.path, stretch))
        : fail(failure('peaks-not-ready', { clip: hash }))
    },
    resume: preparing.resume,
  }
}

function fileOf({ path, mediaType, hash }: DerivedFile): ClipFile {
  return { path, mediaType, tag: hash }
}

type Made = Readonly<{ file?: DerivedFile; failure: Failure | null }> | undefined

function playbackState({ facts }: StoredClip, proxy: Made): ClipView['playback']['state'] {
  if (proxy?.file) return 'proxy'
  if (canPlay(facts)) return 'original'
  return proxy?.failure ? 'failed' : 'making'
}

function peaksOf(made: Made): ClipView['peaks'] {
  if (made === undefined) return { state: 'none', failure: null }
  if (made.file) return { state: 'ready', failure: null }
  return made.failure ? { state: 'failed', failure: made.failure } : { state: 'making', failure: null }
}
