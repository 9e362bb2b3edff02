import { type Failure, failure } from '#contract/failures.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { type ArticleDifference, diffArticles } from '#domain/article-diff.ts'
import { isWorkflow } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { isSubmission } from '#domain/workflow-standing.ts'
import type { Services } from '../services.ts'
import { basisOf } from './basis.ts'

/** What a submission changes against its basis; all of it the first time. */
export function submissionChanges(services: Services, hash: string): Result<ArticleDifference, Failure> {
  const submission = services.records.byHash(hash)
  if (!submission || !isWorkflow(submission) || !isSubmission(submission)) {
    return fail(failure('not-found', { what: hash }))
  }
  const from = formerArticle(services, basisOf(services.records, submission).revision)
  if (!from.ok) return from
  const to = services.documents.revision(submission.record.revision)
  return to.ok ? succeed(diffArticles(from.value, to.value)) : to
}

function formerArticle(services: Services, revision: string | null): Result<Article, Failure> {
  if (revision === null) return succeed({ metadata: emptyMetadata, blocks: [] })
  return services.documents.revision(revision)
}
