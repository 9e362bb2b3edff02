import { readOddities } from '#documents/oddities.ts'
import type { Article } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { WorkflowState } from '#domain/workflow-state.ts'
import type { Services, WriteHandle } from '../services.ts'
import { type ArticleStanding, clearArticles, projectArticle } from './projection.ts'

const delay = 300
/** Articles projected in one transaction while catching up: short enough not to block a keystroke. */
const batchSize = 50

export type WorkflowStateOf = (
  document: DocumentId,
) => Readonly<{ state: WorkflowState; approvedRevision: string | null }>

/** The list and the full text of all articles, kept up with the log and the records. */
export type ArticleIndex = Readonly<{
  /** Projects all that changed since; call before any query that needs it. */
  catchUp(): void
  /** Makes everything again from documents and records; answers how many articles there are. */
  rebuild(): number
  close(): void
}>

/** Judges stamps in an article that changed (SEC1); true holds it back. */
export type JudgeStamps = (document: DocumentId, article: Article) => boolean

export function createArticleIndex(
  services: Services,
  workflowStateOf: WorkflowStateOf,
  judgeStamps: JudgeStamps,
): ArticleIndex {
  const { store, documents, records, events } = services
  const stale = new Set<DocumentId>(behindLog(services))
  let timer: NodeJS.Timeout | undefined

  function mark(document: DocumentId | null): void {
    if (document === null) return
    stale.add(document)
    timer ??= setTimeout(catchUp, delay)
  }
  function catchUp(): void {
    clearTimeout(timer)
    timer = undefined
    while (stale.size > 0) {
      const batch = [...stale].slice(0, batchSize)
      const ready = batch.flatMap((document) => {
        stale.delete(document)
        const standing = standingOf({ services, workflowStateOf, judgeStamps }, document)
        return standing ? [{ document, ...standing }] : []
      })
      store.write((db) => {
        for (const item of ready) {
          projectArticle(db, item.document, item.article, item.standing)
          noteProjected(db, item.document)
        }
      })
      events.emit({ kind: 'articles', ids: ready.map((item) => item.document.slice('article:'.length)) })
    }
  }
  const offDocuments = documents.onChange(mark)
  const offRecords = records.onChange(mark)
  return {
    catchUp,
    rebuild() {
      store.write(clearArticles)
      for (const document of behindLog(services)) stale.add(document)
      const count = stale.size
      catchUp()
      return count
    },
    close() {
      clearTimeout(timer)
      offDocuments()
      offRecords()
    },
  }
}

/** Remembers up to where the log and the records are in the row. */
function noteProjected(db: WriteHandle, document: DocumentId): void {
  db.prepare(
    `INSERT INTO projected (document, seq, record_seq) VALUES (@document,
       (SELECT coalesce(max(seq), 0) FROM updates WHERE document = @document),
       (SELECT coalesce(max(seq), 0) FROM records WHERE document = @document))
     ON CONFLICT (document) DO UPDATE SET seq = excluded.seq, record_seq = excluded.record_seq`,
  ).run({ document })
}

/** Articles whose log or records are ahead of their row, or that have none: what a crash left behind. */
function behindLog(services: Services): readonly DocumentId[] {
  return services.store.read
    .prepare<[], DocumentId>(
      `SELECT id FROM documents LEFT JOIN projected ON projected.document = id
       WHERE id LIKE 'article:%' AND (projected.seq IS NULL
         OR EXISTS (SELECT 1 FROM updates WHERE updates.document = id AND updates.seq > projected.seq)
         OR EXISTS (SELECT 1 FROM records WHERE records.document = id AND records.seq > projected.record_seq))`,
    )
    .pluck()
    .all() as DocumentId[]
}

type Judging = Readonly<{ services: Services; workflowStateOf: WorkflowStateOf; judgeStamps: JudgeStamps }>

function standingOf(
  { services, workflowStateOf, judgeStamps }: Judging,
  document: DocumentId,
): Readonly<{ article: Article; standing: ArticleStanding }> | undefined {
  const article = services.documents.read(document)
  if (!article.ok) return undefined
  const { state, approvedRevision } = workflowStateOf(document)
  const approved = approvedRevision === null ? undefined : services.documents.revision(approvedRevision)
  const oddities = services.documents.inspect(document, (doc) => readOddities(doc).length)
  return {
    article: article.value,
    standing: {
      state,
      changedSinceApproval: approved?.ok === true && !sameArticle(approved.value, article.value),
      held: judgeStamps(document, article.value),
      oddities: oddities.ok ? oddities.value : 0,
    },
  }
}
