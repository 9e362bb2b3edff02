import type * as Y from 'yjs'
import { readAbout, readCue, readTrack } from '#documents/track/read-track.ts'
import { cueOfText, cueValues } from '#documents/track/track-roots.ts'
import { byTime, type Track, type TrackCue } from '#domain/cues/track.ts'
import { createWatchedValue, type WatchedValue } from '#renderer/client/stores.ts'

/** A track's cues as they show; after an edit only the cues it touched are read again. */
export type TrackStore = Readonly<{
  doc: Y.Doc
  about: Pick<Track, 'clip' | 'language' | 'source' | 'frameRate'>
  cues: WatchedValue<readonly TrackCue[]>
  find(id: string): TrackCue | undefined
  close(): void
}>

export function createTrackStore(doc: Y.Doc): TrackStore {
  const cues = createWatchedValue(readTrack(doc).cues)
  let known = byId(cues.get())

  function readAgain(transaction: Y.Transaction): void {
    const touched = touchedCues(doc, transaction)
    if (touched?.size === 0) return
    if (touched === undefined) known = byId(readTrack(doc).cues)
    else {
      known = new Map(known)
      for (const id of touched) {
        const cue = readCue(doc, id)
        if (cue) known.set(id, cue)
        else known.delete(id)
      }
    }
    cues.set([...known.values()].sort(byTime))
  }

  doc.on('afterTransaction', readAgain)
  return {
    doc,
    about: readAbout(doc),
    cues,
    find: (id) => known.get(id),
    close: () => doc.off('afterTransaction', readAgain),
  }
}

function byId(cues: readonly TrackCue[]): Map<string, TrackCue> {
  return new Map(cues.map((cue) => [cue.id, cue]))
}

/** The cues that a transaction touched; undefined when that cannot be told. */
function touchedCues(doc: Y.Doc, { changed }: Y.Transaction): ReadonlySet<string> | undefined {
  const ids = new Set<string>()
  const values = cueValues(doc)
  for (const [type, keys] of changed) {
    if (Object.is(type, values)) {
      for (const key of keys) if (key !== null) ids.add(key.slice(0, key.lastIndexOf('/')))
      continue
    }
    const name = [...doc.share].find(([, shared]) => Object.is(shared, type))?.[0]
    if (name === undefined) return undefined
    const cue = cueOfText(name)
    if (cue !== undefined) ids.add(cue)
  }
  return ids
}
