import { failure } from '#contract/failures.ts'
import { isPlayable } from '#domain/clips/playability.ts'
import { fail, succeed } from '#domain/result.ts'
import type { ClipService, Services } from '../services.ts'
import { findClipRow } from './clip-rows.ts'

type Needs = Pick<Services, 'store' | 'assets' | 'media' | 'jobs' | 'events'>

/** What other capabilities and the shells need to know of clips. */
export function createClips({ store, assets }: Needs): ClipService {
  return {
    find(hash) {
      const found = findClipRow(store.read, hash)
      return found ? succeed(found) : fail(failure('clip-unknown', { clip: hash }))
    },
    pathOf: (hash) => assets.pathOf(hash),
    async standing(clip) {
      const state = isPlayable(clip.facts) ? 'original' : 'making'
      const none = clip.facts.audio === null
      return {
        playback: { state, job: null, failure: null },
        peaks: { state: none ? 'none' : 'making', failure: null },
      }
    },
  }
}
