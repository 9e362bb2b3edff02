import type { Article } from '../article.ts'
import type { CodedText } from '../segments/coded-text.ts'
import { codedFromRuns, numberLike } from '../segments/inline-codes.ts'
import type { AlignedRow } from './aligned-rows.ts'
import { composeTranslation, type Missing } from './compose.ts'
import { isUnwritten } from './progress.ts'
import { isEmptyText } from './target-texts.ts'
import type { NotedRow, TranslationNote } from './translation-note.ts'
import type { TranslationView } from './view.ts'

/** A row's source; an added sentence has none. */
export function rowSource(row: AlignedRow): CodedText {
  return row.kind === 'added' ? [] : row.source.segment.source
}

/** What a row shows: its text, else what is offered first, else the first of its rivals. */
export function rowTarget(row: AlignedRow): CodedText {
  if (row.kind === 'added') return codedFromRuns(row.text.runs)
  const text = row.text ?? row.offers[0]?.text ?? row.variants[0]
  return text ? numberLike(row.source.segment.source, codedFromRuns(text.runs)) : []
}

/**
 * The translated article, with what it was made from. `source` is the hash of the source's revision. Nothing that
 * somebody wrote is left out: what no row shows stands in the note.
 */
export function composedArticle(
  view: TranslationView,
  name: Readonly<{ article: string; language: string }>,
  source: string,
  missing: Missing = 'empty',
): Article {
  const { language } = name
  const composed = composeTranslation(view.source, view.rows, {
    language,
    metadata: view.content.metadata,
    missing,
  })
  return { ...composed, translation: noteOf(view, name.article, source) }
}

function noteOf({ rows, content }: TranslationView, article: string, source: string): TranslationNote {
  const shown = new Set(rows.flatMap(shownIds))
  const others = content.texts
    .filter((text) => !shown.has(text.id) && !isEmptyText(text))
    .map((text) => ({ id: text.id, source: text.source, target: codedFromRuns(text.runs) }))
  const added = content.added
    .filter((text) => !rows.some((row) => row.id === `+${text.id}`) && !isEmptyText(text))
    .map((text) => ({ id: `+/${text.id}`, source: [], target: codedFromRuns(text.runs) }))
  return {
    article,
    source,
    rows: rows.filter((row) => !isUnwritten(row)).map(notedRow),
    others: [...others, ...added],
  }
}

function notedRow(row: AlignedRow): NotedRow {
  const at = row.kind === 'added' ? row.after?.source : row.source
  const { block, field } = at?.segment.place ?? { block: '', field: 'text' }
  return { block, field, state: row.state, source: rowSource(row), target: rowTarget(row) }
}

function shownIds(row: AlignedRow): readonly string[] {
  if (row.kind === 'added') return []
  const text = row.text ?? row.offers[0]?.text ?? row.variants[0]
  return text ? [text.id] : []
}
