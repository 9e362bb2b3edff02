import type { RowsView, TranslationRow, TranslationSummary } from '#contract/translations.ts'
import { readComments } from '#documents/translation/comments.ts'
import type { Article } from '#domain/article.ts'
import { type Block, blockText } from '#domain/blocks.ts'
import { articleDocument, commentsDocument } from '#domain/document-id.ts'
import type { AlignedRow } from '#domain/translation/aligned-rows.ts'
import { composedArticle } from '#domain/translation/composed-article.ts'
import { progressOf } from '#domain/translation/progress.ts'
import type { OpenedTranslation } from '../documents/opened-translation.ts'
import type { Services } from '../services.ts'
import type { ReadHandle } from '../store/database.ts'
import { preparedColumn } from '../store/statements.ts'
import { commentRows } from './comment-rows.ts'
import { madeFrom } from './positions.ts'
import { assessTranslation } from './readiness.ts'
import { type NameOf, viewRow, viewTarget } from './row-view.ts'

export type ViewServices = Pick<Services, 'documents' | 'records' | 'store'>

/**
 * What is said of a translation as a whole; whether it is held back is not asked yet (`heldSummary`). `current` is the
 * translated article.
 */
export function summarize(
  services: ViewServices,
  opened: OpenedTranslation,
  current: Article = composedArticle(opened.view, opened.name, ''),
): TranslationSummary {
  const { document, name, view } = opened
  const { records, store } = services
  return {
    document,
    article: name.article,
    title: titleOf(current),
    sourceTitle: titleOf(view.source),
    language: name.language,
    sourceLanguage: view.source.metadata.language,
    progress: progressOf(view.rows),
    state: records.workflowStateOf(document).state,
    sourceState: records.workflowStateOf(articleDocument(name.article)).state,
    ...assessTranslation(services, document, name, current),
    comments: openComments(services, opened).length,
    updatedAt: updatedAt(store.read, document),
  }
}

/** Rows, orphans and summary as the contract tells them. */
export function viewRows(services: ViewServices, opened: OpenedTranslation): RowsView {
  const nameOf = namesIn(services)
  return {
    summary: heldSummary(services.store.read, summarize(services, opened)),
    version: madeFrom(services.store.read, opened.document, opened.name).version,
    rows: opened.view.rows.map(rowTeller(services, opened)),
    orphans: opened.view.orphans.map((text) => viewTarget(text, text.source, nameOf)),
  }
}

/** One row as the contract tells it; undefined when there is none of this id. */
export function viewOneRow(
  services: ViewServices,
  opened: OpenedTranslation,
  id: string,
): TranslationRow | undefined {
  const found = opened.view.rows.find((row) => row.id === id)
  return found && rowTeller(services, opened)(found)
}

function rowTeller(services: ViewServices, opened: OpenedTranslation): (row: AlignedRow) => TranslationRow {
  const nameOf = namesIn(services)
  const open = openComments(services, opened)
  const counts = new Map(
    [...Map.groupBy(open, ({ row }) => row ?? '')].map(([row, all]) => [row, all.length]),
  )
  const { ignored } = opened.view.content
  return (row) => viewRow(row, nameOf, counts, ignored)
}

function namesIn({ records }: ViewServices): NameOf {
  return (profile) => records.person(profile)?.name ?? ''
}

/** The summary as it is told: a stamp in the translation or in its source holds it back (SEC1). */
export function heldSummary(db: ReadHandle, summary: TranslationSummary): TranslationSummary {
  const { document, article } = summary
  const is = preparedColumn<[{ document: string; source: string }], number>(
    db,
    `SELECT EXISTS (SELECT 1 FROM stamp_hits WHERE document IN (@document, @source) AND state = 'open')
         OR EXISTS (SELECT 1 FROM purges WHERE document IN (@document, @source))`,
  ).get({ document, source: articleDocument(article) })
  return is ? { ...summary, readiness: 'held' } : summary
}

function openComments({ documents }: ViewServices, { name, view }: OpenedTranslation) {
  const document = commentsDocument(name)
  if (!documents.exists(document)) return []
  const comments = documents.inspect(document, readComments)
  return comments.ok
    ? commentRows(
        view,
        comments.value.filter(({ resolved }) => !resolved),
      )
    : []
}

function titleOf({ blocks }: Article): string {
  const written = (block: Block) => blockText(block).trim() !== ''
  const titled = blocks.find((block) => block.kind === 'title' && written(block)) ?? blocks.find(written)
  return titled ? blockText(titled).replace(/\s+/gu, ' ').trim() : ''
}

function updatedAt(db: Services['store']['read'], document: string): number {
  return Number(
    db
      .prepare(
        `SELECT max(created_at, coalesce((SELECT max(recorded_at) FROM updates WHERE document = @document), 0),
                    coalesce((SELECT max(at) FROM versions WHERE document = @document), 0))
         FROM documents WHERE id = @document`,
      )
      .pluck()
      .get({ document }) ?? 0,
  )
}
