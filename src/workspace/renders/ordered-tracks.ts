import { type Failure, failure } from '#contract/failures.ts'
import type { RenderOrder } from '#contract/renders.ts'
import type { Article } from '#domain/article.ts'
import { cuesOf } from '#domain/cues/track-article.ts'
import { trackDocument, trackOf } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { revisionBody } from '#domain/revision.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { RenderContext } from './render-context.ts'
import type { RenderTrack } from './render-work.ts'

/** Which words a render was made of. */
export type UsedTrack = Readonly<{ document: string; revision: string; approved: boolean }>
export type OrderedTracks = Readonly<{
  tracks: readonly RenderTrack[]
  used: readonly UsedTrack[]
  /** Words are among them that nobody approved (FLOW2). */
  preview: boolean
}>

/**
 * The words of the tracks that were ordered: the approved revision, or those of now. `pinned` are the revisions that
 * the order rested on when it was given: a render that begins again says the same.
 */
export function readTracks(
  context: RenderContext,
  { clip, tracks: ordered }: Pick<RenderOrder, 'clip' | 'tracks'>,
  pinned: readonly UsedTrack[] = [],
): Result<OrderedTracks, Failure> {
  const tracks: RenderTrack[] = []
  const used: UsedTrack[] = []
  for (const { document, revision } of ordered) {
    const kept = pinned.find((each) => each.document === document && each.approved)
    const read = readTrack(context, clip, { document, revision, kept: kept?.revision ?? null })
    if (!read.ok) return read
    tracks.push({ language: trackOf(document)?.language ?? '', cues: cuesOf(read.value.article) })
    used.push({ document, revision: read.value.revision, approved: read.value.approved })
  }
  return succeed({ tracks, used, preview: used.some(({ approved }) => !approved) })
}

type Wanted = Readonly<{ document: string; revision: 'approved' | 'now'; kept: string | null }>
type ReadTrack = Readonly<{ article: Article; revision: string; approved: boolean }>

function readTrack(context: RenderContext, clip: string, wanted: Wanted): Result<ReadTrack, Failure> {
  const name = trackOf(wanted.document)
  const unknown = fail(failure('document-unknown', { document: wanted.document }))
  if (!name || name.clip !== clip) return unknown
  const document = trackDocument(name)
  if (!context.documents.exists(document)) return unknown
  const leaves = context.mayLeave(document)
  if (!leaves.ok) return leaves
  const approved = wanted.kept ?? context.approvedRevision(document)?.revision ?? null
  if (wanted.revision === 'now') {
    const article = context.documents.read(document)
    if (!article.ok) return article
    const revision = sha256Hex(revisionBody(article.value))
    return succeed({ article: article.value, revision, approved: revision === approved })
  }
  if (approved === null) return fail(failure('not-approved', { document, language: name.language }))
  const article = context.documents.revision(approved)
  return article.ok ? succeed({ article: article.value, revision: approved, approved: true }) : article
}
