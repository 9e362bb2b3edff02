import { type Failure, failure } from '#contract/failures.ts'
import type { Article } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import { blockText } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { sourceCited } from '#domain/revision.ts'
import { mayApprove } from '#domain/roles.ts'
import type { RowState } from '#domain/segments/segments.ts'
import { isInvolved } from '#domain/workflow.ts'
import type { SignedSubmission, Standing } from '#domain/workflow-standing.ts'
import { neededRoles, permits } from '#domain/workflow-transitions.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'

/** Why the signed-in profile may not send a document for review now, or undefined. */
export function submissionRefusal(
  services: Services,
  context: ClientContext,
  document: DocumentId,
): Failure | undefined {
  const person = signedIn(services, context)
  if (!person.ok) return person.failure
  if (person.value.roles.length === 0) return failure('role-missing', { needs: ['reporter', 'editor'] })
  const { standing } = services.records.trustOf(document)
  if (!permits(standing.state, 'submit')) {
    return failure('state-refuses', { action: 'submit', state: standing.state })
  }
  const article = services.documents.read(document)
  if (!article.ok) return article.failure
  const nothingNew = isEmpty(article.value) || isKnown(services, standing, article.value)
  return nothingNew ? failure('nothing-to-submit', { document }) : unfinished(document, article.value)
}

/** A translation goes to review when every sentence is confirmed or left out. */
function unfinished(document: DocumentId, { translation }: Article): Failure | undefined {
  const count = (state: RowState) => translation?.rows.filter((row) => row.state === state).length ?? 0
  const open = {
    empty: count('empty'),
    draft: count('draft'),
    stale: count('stale'),
    variants: count('variants'),
  }
  const done = Object.values(open).every((rows) => rows === 0)
  return done ? undefined : failure('translation-incomplete', { document, ...open })
}

/** Why the signed-in profile may not decide on a submission, or undefined. */
export function decisionRefusal(
  services: Services,
  context: ClientContext,
  document: DocumentId,
  submission: SignedSubmission | undefined,
  action: 'approve' | 'return',
): Failure | undefined {
  const person = signedIn(services, context)
  if (!person.ok) return person.failure
  if (!mayApprove(person.value.roles)) return failure('role-missing', { needs: [...neededRoles.approval] })
  const { standing } = services.records.trustOf(document)
  if (!submission || !isOpen(standing, submission, action)) {
    return failure('state-refuses', { action, state: standing.state })
  }
  const own = action === 'approve' && isInvolved(person.value.id, submission)
  return own ? failure('self-approval', { author: person.value.id }) : undefined
}

function isOpen(standing: Standing, submission: SignedSubmission, action: 'approve' | 'return'): boolean {
  const open = [...standing.waiting, ...standing.disputed, ...(action === 'return' ? standing.rivals : [])]
  return permits(standing.state, action) && open.some((item) => item.hash === submission.hash)
}

function isEmpty(article: Article): boolean {
  return article.blocks.every((block) => blockText(block).trim() === '' && block.asset === undefined)
}

/** The text is the approved one already, or waits for review as it is. */
function isKnown(services: Services, standing: Standing, article: Article): boolean {
  const approved = standing.state === 'approved' && standing.approved ? [standing.approved.submission] : []
  return [...standing.waiting, ...approved].some((submission) => {
    const known = services.documents.revision(submission.record.revision)
    return known.ok && sameArticle(known.value, article) && sameSource(known.value, article)
  })
}

/** The same words are a new translation when they were confirmed for another source. */
function sameSource(left: Article, right: Article): boolean {
  return sourceCited(left)?.revision === sourceCited(right)?.revision
}
