import type { TranslationSummary } from '#contract/translations.ts'
import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { countChu } from '#domain/counting.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { AlignedRow } from '#domain/translation/aligned-rows.ts'
import { rowSource, rowTarget } from '#domain/translation/composed-article.ts'
import { isConfirmed } from '#domain/translation/target-texts.ts'
import type { OpenedTranslation } from '../documents/opened-translation.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'

/** A row of `translation_rows`. */
type ProjectedRow = Readonly<{
  document: string
  row: string
  position: number
  block: string
  field: string
  key: string
  state: string
  source: string
  target: string
  previousKey: string
  nextKey: string
  confirmedBy: string
  confirmedAt: number
}>

/** Writes how a translation stands, and of its rows those that changed. `current` is the translated article. */
export function projectTranslation(
  db: WriteHandle,
  opened: OpenedTranslation,
  current: Article,
  summary: TranslationSummary,
  from: string,
): void {
  projectRows(db, opened)
  const { view, document, name } = opened
  const { metadata } = view.source
  const words = current.blocks.map((block) => blockText(block))
  const { confirmedRows, rows } = summary.progress
  db.prepare(
    `INSERT OR REPLACE INTO translation_status (document, article, language, source_language, title, source_title,
       section, deadline, words, summary, open_rows, state, updated_at, made_from)
     VALUES (@document, @article, @language, @sourceLanguage, @title, @sourceTitle, @section, @deadline, @words,
       @summary, @openRows, @state, @updatedAt, @from)`,
  ).run({
    document,
    article: name.article,
    language: name.language,
    sourceLanguage: summary.sourceLanguage,
    title: summary.title,
    sourceTitle: summary.sourceTitle,
    section: metadata.section,
    deadline: metadata.deadline,
    words: countChu(words.join('\n')),
    summary: JSON.stringify(summary),
    openRows: rows - confirmedRows,
    state: summary.state,
    updatedAt: summary.updatedAt,
    from,
  })
}

/** Documents of translations whose row was made from something else than what is there now, or that have none. */
export function madeFromOf(db: ReadHandle, document: DocumentId): string | undefined {
  return preparedColumn<[string], string>(
    db,
    'SELECT made_from FROM translation_status WHERE document = ?',
  ).get(document) as string | undefined
}

/** Forgets all rows: the next catch-up makes them again. */
export function clearTranslations(db: WriteHandle): void {
  db.exec('DELETE FROM translation_rows; DELETE FROM translation_status;')
}

/** Forgets how the translations of a story stand: a purge took text from it (SEC1). */
export function forgetTranslations(db: WriteHandle, article: string): void {
  for (const table of ['translation_rows', 'translation_status']) {
    db.prepare(`DELETE FROM ${table} WHERE document >= ? AND document < ?`).run(
      `translation:${article}:`,
      `translation:${article};`,
    )
  }
}

function projectRows(db: WriteHandle, { document, view }: OpenedTranslation): void {
  const known = new Map(
    prepared<[string], ProjectedRow>(
      db,
      `SELECT document, row, position, block, field, key, state, source, target, previous_key AS previousKey,
         next_key AS nextKey, confirmed_by AS confirmedBy, confirmed_at AS confirmedAt
       FROM translation_rows WHERE document = ?`,
    )
      .all(document)
      .map((row) => [row.row, row]),
  )
  const put = prepared<[ProjectedRow]>(
    db,
    `INSERT OR REPLACE INTO translation_rows (document, row, position, block, field, key, state, source, target,
       previous_key, next_key, confirmed_by, confirmed_at)
     VALUES (@document, @row, @position, @block, @field, @key, @state, @source, @target, @previousKey, @nextKey,
       @confirmedBy, @confirmedAt)`,
  )
  const remove = prepared<[string, string]>(db, 'DELETE FROM translation_rows WHERE document = ? AND row = ?')
  for (const row of projectedRows(document, view.rows)) {
    const before = known.get(row.row)
    known.delete(row.row)
    if (before === undefined || !sameRow(before, row)) put.run(row)
  }
  for (const row of known.keys()) remove.run(document, row)
}

function sameRow(left: ProjectedRow, right: ProjectedRow): boolean {
  return (Object.keys(right) as (keyof ProjectedRow)[]).every((name) => left[name] === right[name])
}

function projectedRows(document: DocumentId, rows: readonly AlignedRow[]): readonly ProjectedRow[] {
  const keys = rows.map((row) => (row.kind === 'sentence' ? row.source.segment.key : ''))
  return rows.map((row, position) => {
    const at = row.kind === 'added' ? row.after?.source.segment.place : row.source.segment.place
    const confirmation = row.text && isConfirmed(row.text) ? row.text.confirmation : null
    return {
      document,
      row: row.id,
      position,
      block: at?.block ?? '',
      field: at?.field ?? 'text',
      key: keys[position] ?? '',
      state: row.state,
      source: JSON.stringify(rowSource(row)),
      target: JSON.stringify(rowTarget(row)),
      previousKey: keys[position - 1] ?? '',
      nextKey: keys[position + 1] ?? '',
      confirmedBy: confirmation?.by ?? '',
      confirmedAt: confirmation?.at ?? 0,
    }
  })
}
