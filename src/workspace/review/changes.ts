import { type Failure, failure } from '#contract/failures.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { type ArticleDifference, diffArticles } from '#domain/article-diff.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { isWorkflow } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { isSubmission } from '#domain/workflow-standing.ts'
import type { TrustServices } from '../session/profiles.ts'

/** What a submission changes against the text that was approved when it was sent; all of it the first time. */
export function submissionChanges(services: TrustServices, hash: string): Result<ArticleDifference, Failure> {
  const submission = services.records.byHash(hash)
  if (!submission || !isWorkflow(submission) || !isSubmission(submission)) {
    return fail(failure('not-found', { what: hash }))
  }
  const { document, revision } = submission.record
  const { approved } = services.records.trustOf(document as DocumentId).foundBy(hash)
  const from = formerArticle(services, approved?.submission.record.revision)
  if (!from.ok) return from
  const to = services.documents.revision(revision)
  return to.ok ? succeed(diffArticles(from.value, to.value)) : to
}

function formerArticle(services: TrustServices, revision: string | undefined): Result<Article, Failure> {
  if (revision === undefined) return succeed({ metadata: emptyMetadata, blocks: [] })
  return services.documents.revision(revision)
}
