import type { Readiness } from '#contract/packages.ts'
import { articleDocument, type DocumentId, translationDocument } from '#domain/document-id.ts'
import type { PackageContext } from './package-context.ts'
import { assessReadiness } from './readiness.ts'

/** How a story's texts stand for each portal and language, for the publishing board. */
export function portalStandings(
  context: PackageContext,
  article: string,
): readonly Readonly<{
  channel: string
  language: string
  document: DocumentId
  state: Readiness['state']
}>[] {
  const rows = assessReadiness(context, article)
  if (!rows.ok) return []
  return rows.value.map(({ channel, language, translation, state }) => ({
    channel,
    language,
    document: translation ? translationDocument({ article, language }) : articleDocument(article),
    state,
  }))
}
