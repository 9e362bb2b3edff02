import type * as Y from 'yjs'
import type { Track } from '#domain/cues/track.ts'
import { addCue, changeCueText, linkCue, removeCues, setPlace, setTimes } from './edit-track.ts'
import { readTrack } from './read-track.ts'
import { cueValues } from './track-roots.ts'

/** An edit that makes a track's cues read as they were in a kept one, touching only what differs. */
export function restoreTrack(doc: Y.Doc, former: Track): void {
  doc.transact(() => {
    const now = new Map(readTrack(doc).cues.map((cue) => [cue.id, cue]))
    const wanted = new Set(former.cues.map(({ id }) => id))
    removeCues(
      doc,
      [...now.keys()].filter((id) => !wanted.has(id)),
    )
    for (const cue of former.cues) {
      const { id, runs, place, sources, seen } = cue
      addCue(doc, cue)
      cueValues(doc).delete(`${id}/gone`)
      changeCueText(doc, id, now.get(id)?.runs ?? [], runs)
      setTimes(doc, [cue])
      if ((now.get(id)?.place ?? 2) !== place) setPlace(doc, id, place)
      if (sources.length > 0 || (now.get(id)?.sources.length ?? 0) > 0) linkCue(doc, id, sources, seen)
    }
  })
}
