import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import { addCue, type TrackStart, trackUpdate } from '#documents/track/edit-track.ts'
import { readTrack } from '#documents/track/read-track.ts'
import { seenOf, type TrackCue } from '#domain/cues/track.ts'
import { type DocumentId, trackDocument } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Services } from '../services.ts'

export type TrackOrder = Readonly<{ clip: string; language: string; from: string | null }>

/** Begins a track, or finds the one that is there. Its language is written in the one canonical way. */
export async function createTrack(
  services: Pick<Services, 'documents' | 'clips'>,
  { clip, from, ...order }: TrackOrder,
  profile: string,
): Promise<Result<DocumentId, Failure>> {
  const found = services.clips.find(clip)
  if (!found.ok) return found
  const language = canonical(order.language)
  const document = trackDocument({ clip, language })
  if (services.documents.exists(document)) return succeed(document)
  const cues = from === null ? succeed([]) : sourceCues(services, { clip, language, from: canonical(from) })
  if (!cues.ok) return cues
  const start: TrackStart = {
    clip,
    language,
    frameRate: found.value.facts.video?.frameRate ?? null,
    source: from === null ? '' : canonical(from),
  }
  const update = trackUpdate(start, (doc) => {
    for (const cue of cues.value) {
      const { start, end, place, id } = cue
      addCue(doc, { id: uuidv7(), start, end, place, sources: [id], seen: [seenOf(cue)] })
    }
  })
  const created = await services.documents.create(document, language, update, profile)
  return created.ok ? succeed(document) : created
}

function sourceCues(
  { documents }: Pick<Services, 'documents'>,
  { clip, language, from }: Readonly<{ clip: string; language: string; from: string }>,
): Result<readonly TrackCue[], Failure> {
  const document = trackDocument({ clip, language: from })
  if (from === language || !documents.exists(document))
    return fail(failure('track-source-wrong', { language: from }))
  const read = documents.inspect(document, readTrack)
  return read.ok ? succeed(read.value.cues) : read
}

export function canonical(language: string): string {
  return Intl.getCanonicalLocales(language)[0] ?? language
}
