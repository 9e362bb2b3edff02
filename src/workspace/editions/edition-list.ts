import type { EditionSummary } from '#contract/editions.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { countField } from '#domain/editions/field-counting.ts'
import type { EditionServices } from './edition-services.ts'
import { openEdition } from './opened-edition.ts'

type Row = Readonly<{ document: DocumentId; title: string; updatedAt: number }>

/** Editions, the newest change first. The index must be caught up. Those of channels that are gone are left out. */
export function listEditions(
  services: EditionServices,
  { article, limit }: Readonly<{ article: string | null; limit: number }>,
): EditionSummary[] {
  const rows = services.store.read
    .prepare<[string | null, string | null, number], Row>(
      `SELECT document, title, updated_at AS updatedAt FROM edition_status
       WHERE ? IS NULL OR article = ? ORDER BY updated_at DESC, document LIMIT ?`,
    )
    .all(article, article, limit)
  return rows.flatMap((row) => summaryOf(services, row))
}

function summaryOf(
  services: EditionServices,
  { document, title, updatedAt }: Row,
): readonly EditionSummary[] {
  const opened = openEdition(services, document)
  if (!opened.ok) return []
  const { name, channel, content, stale } = opened.value
  const { approved } = services.records.trustOf(document).standing
  return [
    {
      document,
      ...name,
      kind: channel.kind,
      title,
      state: services.records.workflowStateOf(document).state,
      stale: stale.length,
      tooLong: content.fields.some(({ field, text }) =>
        countField(channel, field, text).some(({ level }) => level === 'tooLong'),
      ),
      approvedRevision: approved?.submission.record.revision ?? null,
      updatedAt,
    },
  ]
}
