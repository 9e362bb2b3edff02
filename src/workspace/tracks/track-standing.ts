import type { Failure } from '#contract/failures.ts'
import type { TrackSummary } from '#contract/tracks.ts'
import { readTrack } from '#documents/track/read-track.ts'
import type { Article } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import { countTrack } from '#domain/cues/stale-cues.ts'
import type { Track } from '#domain/cues/track.ts'
import { type DocumentId, trackDocument } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { sourceCited } from '#domain/revision.ts'
import type { Services } from '../services.ts'
import type { ReadHandle } from '../store/database.ts'
import { preparedColumn } from '../store/statements.ts'

export type StandingServices = Pick<Services, 'store' | 'documents' | 'records' | 'assets'>
type Standing = Readonly<{ summary: TrackSummary; article: Article }>

/** How a track stands now; whether it is held, and what its clip is called, is asked by `toldSummary`. */
export function trackStanding(services: StandingServices, document: DocumentId): Result<Standing, Failure> {
  const { documents, records, store } = services
  const read = documents.inspect(document, readTrack)
  if (!read.ok) return read
  const article = documents.read(document)
  if (!article.ok) return article
  const track = read.value
  const source = track.source === '' ? null : track.source
  const sourceCues = source === null ? null : (readSource(services, track)?.cues ?? [])
  const summary = {
    document,
    clip: track.clip,
    name: '',
    language: track.language,
    source,
    frameRate: track.frameRate,
    ...countTrack(track.cues, sourceCues),
    state: records.workflowStateOf(document).state,
    approvedRevision: records.trustOf(document).standing.approved?.submission.record.revision ?? null,
    readiness: readinessOf(services, document, article.value),
    updatedAt: updatedAt(store.read, document),
  }
  return succeed({ summary, article: article.value })
}

export function readSource(
  { documents }: Pick<Services, 'documents'>,
  { clip, source }: Pick<Track, 'clip' | 'source'>,
): Track | undefined {
  const document = trackDocument({ clip, language: source })
  if (source === '' || !documents.exists(document)) return undefined
  const read = documents.inspect(document, readTrack)
  return read.ok ? read.value : undefined
}

/**
 * Whether the approved subtitles can leave (FLOW2). They are `stale` when the track that they were made from says
 * something else by now: as it was approved, else as it stands.
 */
function readinessOf(
  { documents, records }: StandingServices,
  document: DocumentId,
  current: Article,
): TrackSummary['readiness'] {
  const { approved } = records.trustOf(document).standing
  if (!approved) return 'notApproved'
  const text = documents.revision(approved.submission.record.revision)
  if (!text.ok) return 'newerUnapproved'
  const cited = sourceCited(text.value)
  if (cited) {
    const known = records.trustOf(cited.document).standing.approved?.submission.record.revision
    const now = known === undefined ? documents.read(cited.document) : documents.revision(known)
    const then = documents.revision(cited.revision)
    if (!now.ok || !then.ok || !sameArticle(then.value, now.value)) return 'stale'
  }
  return sameArticle(text.value, current) ? 'ready' : 'newerUnapproved'
}

/** The summary as it is told: a stamp holds a track back (SEC1), and the clip has the name it has here. */
export function toldSummary({ store, assets }: StandingServices, summary: TrackSummary): TrackSummary {
  const asset = assets.find(summary.clip)
  const isHeld = preparedColumn<[{ document: string }], number>(
    store.read,
    `SELECT EXISTS (SELECT 1 FROM stamp_hits WHERE document = @document AND state = 'open')
         OR EXISTS (SELECT 1 FROM purges WHERE document = @document)`,
  ).get({ document: summary.document })
  return {
    ...summary,
    name: asset.ok ? asset.value.name : '',
    ...(isHeld ? { readiness: 'held' as const } : {}),
  }
}

function updatedAt(db: ReadHandle, document: DocumentId): number {
  return Number(
    preparedColumn<[{ document: string }], number>(
      db,
      `SELECT max(created_at, coalesce((SELECT max(recorded_at) FROM updates WHERE document = @document), 0),
                  coalesce((SELECT max(at) FROM versions WHERE document = @document), 0))
       FROM documents WHERE id = @document`,
    ).get({ document }) ?? 0,
  )
}
