import type { Failure } from '#contract/failures.ts'
import { eraseCues } from '#documents/track/erase-cues.ts'
import { cueIds, readTrack } from '#documents/track/read-track.ts'
import type { Track } from '#domain/cues/track.ts'
import { type DocumentId, trackOf } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { judgedCue } from '#domain/secret-stamps.ts'
import { documentsOfStory } from '../documents/log.ts'
import type { Services } from '../services.ts'
import type { ReadHandle } from '../store/database.ts'
import type { Purge } from './purge-notes.ts'
import type { HoldsPurged } from './purge-traces.ts'

type TrackServices = Pick<Services, 'documents' | 'store'>

/** The tracks of a document's clip, itself first: what one says the others say in their language. */
export function tracksTogether(db: ReadHandle, document: DocumentId): readonly DocumentId[] {
  const clip = trackOf(document)?.clip
  if (clip === undefined) return [document]
  return [...new Set([document, ...documentsOfStory(db, clip).filter(trackOf)])]
}

/**
 * A cue goes from its track with all that is remembered of it, and from the other tracks of the clip what was made from
 * it. There is no earlier text to give back.
 */
export async function eraseInTracks(
  { documents, store }: TrackServices,
  { document, block, profile }: Purge,
): Promise<Result<unknown, Failure>> {
  const all = tracksTogether(store.read, document).filter(documents.exists)
  const tracks: Track[] = []
  for (const each of all) {
    const track = documents.inspect(each, readTrack)
    if (!track.ok) return track
    tracks.push(track.value)
  }
  const goes = block === null ? null : madeFrom(tracks, judgedCue(block))
  for (const each of all) {
    const edited = await documents.edit(each, profile, (doc) =>
      eraseCues(doc, goes === null ? null : (cue) => goes.has(cue)),
    )
    if (!edited.ok) return edited
  }
  return succeed(null)
}

/** A cue, and what was made from it, and from that. */
function madeFrom(tracks: readonly Track[], cue: string): ReadonlySet<string> {
  const going = new Set([cue])
  const cues = tracks.flatMap((track) => track.cues)
  for (let before = 0; before < going.size; ) {
    before = going.size
    for (const { id, sources } of cues) if (sources.some((source) => going.has(source))) going.add(id)
  }
  return going
}

/** What is left of a clip's tracks: their cues, and whether what a file held beside them stays. */
export type TrackMeasure = Readonly<{ kind: 'track'; known: ReadonlySet<string>; besideCues: boolean }>

export function measureTracks(
  { documents, store }: TrackServices,
  document: DocumentId,
  block: string,
): Result<TrackMeasure, Failure> {
  const known = new Set<string>()
  for (const each of tracksTogether(store.read, document).filter(documents.exists)) {
    const ids = documents.inspect(each, cueIds)
    if (!ids.ok) return ids
    for (const id of ids.value) known.add(id)
  }
  return succeed({ kind: 'track', known, besideCues: judgedCue(block) !== '' })
}

/** Kept texts that name a cue which no track of the clip knows any more hold what was purged. */
export function judgeTrack({ known, besideCues }: TrackMeasure): HoldsPurged {
  return (body) => {
    if (!body?.track || (!besideCues && body.track.kept.length > 0)) return true
    return body.track.cues.some(
      ({ id, sources, seen }) =>
        ![id, ...sources, ...seen.map(({ cue }) => cue)].every((cue) => known.has(cue)),
    )
  }
}
