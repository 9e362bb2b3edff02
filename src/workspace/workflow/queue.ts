import type { QueueItem } from '#contract/workflow.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { SignedSubmission } from '#domain/workflow-standing.ts'
import type { ClientContext } from '../binding/clients.ts'
import type { Services } from '../services.ts'
import { basisOf } from './basis.ts'
import { decisionRefusal } from './permission.ts'
import { personView } from './workflow-view.ts'

type Row = Readonly<{
  document: DocumentId
  article: string
  title: string
  language: string
  section: string
  deadline: string
  words: number
}>

/** Subtitles have the deadline of the most urgent story that holds their clip. */
const waitingTracks = `SELECT tracks.document, coalesce(story.article, '') AS article, coalesce(assets.name, '') AS title,
    tracks.language, coalesce(story.section, '') AS section, coalesce(story.deadline, '') AS deadline, tracks.words
  FROM track_status AS tracks
  LEFT JOIN assets ON assets.hash = tracks.clip
  LEFT JOIN article_rows AS story ON story.document = (
    SELECT held.document FROM article_clips
    JOIN article_rows AS held ON held.document = article_clips.document
    WHERE article_clips.clip = tracks.clip ORDER BY held.deadline = '', held.deadline LIMIT 1)
  WHERE tracks.state IN ('inReview', 'conflict')`

/** All that waits for an answer, by deadline and then by how long it has waited. Lists must be caught up. */
export function listQueue(services: Services, context: ClientContext): QueueItem[] {
  const rows = services.store.read
    .prepare<[], Row>(
      `SELECT document, article, title, language, section, deadline, words FROM article_rows
       WHERE state IN ('inReview', 'conflict')
       UNION ALL
       SELECT document, article, title, language, section, deadline, words FROM translation_status
       WHERE state IN ('inReview', 'conflict')
       UNION ALL
       ${waitingTracks}
       UNION ALL
       SELECT document, article, title, language, section, deadline, words FROM edition_status
       WHERE state IN ('inReview', 'conflict')`,
    )
    .all()
  return rows.flatMap((row) => itemsOf(services, context, row)).sort(byUrgency)
}

function itemsOf(services: Services, context: ClientContext, row: Row): QueueItem[] {
  const { waiting, disputed, rivals } = services.records.trustOf(row.document).standing
  return [...waiting, ...disputed, ...rivals].map((submission) => itemOf(services, context, row, submission))
}

function itemOf(
  services: Services,
  context: ClientContext,
  row: Row,
  submission: SignedSubmission,
): QueueItem {
  const { record, hash } = submission
  const basis = basisOf(services.records, submission)
  return {
    ...row,
    submission: hash,
    submittedBy: personView(services, record.signer),
    submittedAt: record.at,
    note: record.note,
    authors: record.authors.map((id) => personView(services, id)),
    blocked: decisionRefusal(services, context, row.document, submission, 'approve')?.code ?? null,
    firstTime: basis.kind === 'nothing',
    basis: basis.kind,
    round: basis.round,
  }
}

function byUrgency(left: QueueItem, right: QueueItem): number {
  return deadlineOf(left) - deadlineOf(right) || left.submittedAt - right.submittedAt
}

/** Without a deadline, or with one nobody can read, it comes last. */
function deadlineOf({ deadline }: QueueItem): number {
  const at = Date.parse(deadline)
  return Number.isNaN(at) ? Number.MAX_SAFE_INTEGER : at
}
