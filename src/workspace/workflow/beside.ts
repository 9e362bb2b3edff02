import type { Failure } from '#contract/failures.ts'
import { failure } from '#contract/failures.ts'
import type { BesideSource } from '#contract/workflow.ts'
import type { Article } from '#domain/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import { isWorkflow } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { compareRows, rowsBesideSource } from '#domain/translation/noted-rows.ts'
import type { NotedRow } from '#domain/translation/translation-note.ts'
import { isSubmission } from '#domain/workflow-standing.ts'
import { segmentsOf } from '../documents/segment-memory.ts'
import type { Services } from '../services.ts'
import { basisOf } from './basis.ts'

/**
 * A submitted translation sentence by sentence beside its source: the very rows of the revision that was signed, with
 * what stood there in its basis. Not the translation of now: it may have been written on.
 */
export function submissionBeside(services: Services, hash: string): Result<BesideSource, Failure> {
  const submission = services.records.byHash(hash)
  if (!submission || !isWorkflow(submission) || !isSubmission(submission)) {
    return fail(failure('not-found', { what: hash }))
  }
  const text = services.documents.revision(submission.record.revision)
  if (!text.ok) return text
  const { translation, metadata } = text.value
  if (!translation) return fail(failure('not-found', { what: submission.record.document }))
  const source = services.documents.revision(translation.source)
  const basis = basisOf(services.records, submission).revision
  const written = source.ok ? rowsBesideSource(translation.rows, segmentsOf(source.value)) : translation.rows
  const kinds = kindsOf(source.ok ? source.value : text.value)
  return succeed({
    language: metadata.language,
    sourceLanguage: source.ok ? source.value.metadata.language : '',
    source: standingOfSource(services, translation.article, translation.source),
    rows: compareRows(written, basis === null ? [] : notedIn(services, basis)).map((row) => ({
      ...row,
      blockKind: kinds.get(row.block) ?? 'metadata',
      source: [...row.source],
      target: [...row.target],
      former: row.former && [...row.former],
    })),
  })
}

function notedIn({ documents }: Services, revision: string): readonly NotedRow[] {
  const former = documents.revision(revision)
  return former.ok ? (former.value.translation?.rows ?? []) : []
}

function kindsOf({ blocks }: Article) {
  return new Map(blocks.map(({ id, kind }) => [id, kind]))
}

/** Whether the source it was made from is the approved one; by hash: what differs only in form is looked at too. */
function standingOfSource({ records }: Services, article: string, revision: string): BesideSource['source'] {
  const { approved } = records.trustOf(articleDocument(article)).standing
  if (!approved) return 'notApproved'
  return approved.submission.record.revision === revision ? 'approved' : 'changed'
}
