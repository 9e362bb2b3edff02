import type { TranslationSummary } from '#contract/translations.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { sameArticle } from '#domain/article-diff.ts'
import { articleDocument, type DocumentId, type TranslationName } from '#domain/document-id.ts'
import { metadataFields } from '#domain/segments/segments.ts'
import { composedArticle } from '#domain/translation/composed-article.ts'
import { openTranslation } from '../documents/opened-translation.ts'
import type { Services } from '../services.ts'

export type TranslationReadiness = Readonly<{
  readiness: TranslationSummary['readiness']
  approvedRevision: string | null
  /** The revision of the source that the approved translation was made from. */
  approvedSource: string | null
}>

/**
 * Whether the approved text of a translation can leave now (FLOW2). It is `stale` when the source that is approved
 * says something else than the one it was made from; then, and when newer text waits, what was approved leaves, with
 * a warning. `current` is the translation as it stands.
 */
export function assessTranslation(
  { documents, records }: Pick<Services, 'documents' | 'records'>,
  document: DocumentId,
  name: TranslationName,
  current: Article,
): TranslationReadiness {
  const { approved } = records.trustOf(document).standing
  if (!approved) return { readiness: 'notApproved', approvedRevision: null, approvedSource: null }
  const { revision } = approved.submission.record
  const text = documents.revision(revision)
  const approvedSource = (text.ok && text.value.translation?.source) || null
  const known = { approvedRevision: revision, approvedSource }
  const source = records.trustOf(articleDocument(name.article)).standing.approved
  if (!source) return { ...known, readiness: 'sourceNotApproved' }
  if (!saysTheSame(documents, approvedSource, source.submission.record.revision)) {
    return { ...known, readiness: 'stale' }
  }
  const unchanged = text.ok && sameArticle(text.value, current)
  return { ...known, readiness: unchanged ? 'ready' : 'newerUnapproved' }
}

/** By content in today's schema, never by hash alone (DESIGN §4, revision); only what is translated counts. */
function saysTheSame(documents: Services['documents'], former: string | null, approved: string): boolean {
  if (former === approved) return true
  if (former === null) return false
  const left = documents.revision(former)
  const right = documents.revision(approved)
  return left.ok && right.ok && sameArticle(translatable(left.value), translatable(right.value))
}

function translatable({ metadata, blocks }: Article): Article {
  const kept = Object.fromEntries(metadataFields.map((field) => [field, metadata[field]]))
  return { metadata: { ...emptyMetadata, language: metadata.language, ...kept }, blocks }
}

/** The same for a document by its name, as it stands now; whether it is held back is not asked (SEC1). */
export function translationReadiness(
  services: Pick<Services, 'documents' | 'records'>,
  document: DocumentId,
): TranslationSummary['readiness'] {
  const opened = openTranslation(services, document)
  if (!opened.ok) return 'notApproved'
  const { name, view } = opened.value
  return assessTranslation(services, document, name, composedArticle(view, name, '')).readiness
}
