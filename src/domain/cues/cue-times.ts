import type { Article } from '../article.ts'
import { writeTimecode } from './timecode.ts'

/** When each cue of a track's article stands and where, as a reader of a comparison sees it; nothing for other texts. */
export function cueTimesIn({ track }: Article): ReadonlyMap<string, string> {
  return new Map(
    (track?.cues ?? []).map(({ id, start, end, place }) => {
      const times = `${writeTimecode(start, ',')} → ${writeTimecode(end, ',')}`
      return [id, place === 2 ? times : `${times} (${place})`]
    }),
  )
}
