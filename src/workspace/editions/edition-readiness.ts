import { sameArticle } from '#domain/article-diff.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { derivePictures } from '#domain/editions/deriving.ts'
import { editionArticle } from '#domain/editions/edition-article.ts'
import { sha256Hex } from '../store/sha256.ts'
import { type OpeningServices, openEdition } from './opened-edition.ts'

export type EditionReadiness = 'ready' | 'notApproved' | 'newerUnapproved' | 'stale' | 'sourceNotApproved'

/**
 * How the approved text of an edition stands beside its source (FLOW1, FLOW2): stale when the source says something
 * else now than when a field of the approved text was held against it.
 */
export function editionReadiness(services: OpeningServices, document: DocumentId): EditionReadiness {
  const opened = openEdition(services, document)
  const { approved } = services.records.trustOf(document).standing
  if (!opened.ok || !approved) return 'notApproved'
  const { source, offered, content } = opened.value
  if (!source || !services.records.trustOf(source.document).standing.approved) return 'sourceNotApproved'
  const kept = services.documents.revision(approved.submission.record.revision)
  if (!kept.ok) return 'notApproved'
  const from = kept.value.edition?.from ?? {}
  const now = [
    ...offered.map((each) => [each.field, each.from] as const),
    ['pictures', sha256Hex(derivePictures(source.source).parts)] as const,
  ]
  // where the text stands on the portal is known only after it was posted: that leaves nothing behind
  const stale = now.some(
    ([field, hash]) => field !== 'link' && (from[field] ?? '') !== '' && from[field] !== hash,
  )
  if (stale) return 'stale'
  return sameArticle(kept.value, editionArticle(content)) ? 'ready' : 'newerUnapproved'
}
