import { readOddities } from '#documents/oddities.ts'
import type { Article } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { WorkflowState } from '#domain/workflow-state.ts'
import type { Services } from '../services.ts'
import type { ArticleStanding } from './projection.ts'

export type WorkflowStateOf = (
  document: DocumentId,
) => Readonly<{ state: WorkflowState; approvedRevision: string | null }>

/** Judges stamps in an article that changed (SEC1); true holds it back. */
export type JudgeStamps = (document: DocumentId, article: Article) => boolean

export type Judging = Readonly<{
  documents: Services['documents']
  workflowStateOf: WorkflowStateOf
  judgeStamps: JudgeStamps
}>

export type StandingArticle = Readonly<{ document: DocumentId; article: Article; standing: ArticleStanding }>

/** An article as it is on disk, and where it stands; undefined for a document that cannot be read. */
export function standingOf(
  { documents, workflowStateOf, judgeStamps }: Judging,
  document: DocumentId,
): StandingArticle | undefined {
  const article = documents.read(document)
  if (!article.ok) return undefined
  const { state, approvedRevision } = workflowStateOf(document)
  const approved = approvedRevision === null ? undefined : documents.revision(approvedRevision)
  const oddities = documents.inspect(document, (doc) => readOddities(doc).length)
  return {
    document,
    article: article.value,
    standing: {
      state,
      changedSinceApproval: approved?.ok === true && !sameArticle(approved.value, article.value),
      held: judgeStamps(document, article.value),
      oddities: oddities.ok ? oddities.value : 0,
    },
  }
}
