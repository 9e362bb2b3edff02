import { type Failure, failure } from '#contract/failures.ts'
import type { ReviewedRow } from '#contract/translations.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { codedString } from '#domain/segments/inline-codes.ts'
import { compareGrams, gramsOf } from '#domain/segments/similarity.ts'
import type { NotedRow } from '#domain/translation/translation-note.ts'
import type { Services } from '../services.ts'

/** How alike a sentence must be to one of before to be called what became of it. */
const alike = 0.35

/** A kept translation, sentence by sentence, against the one approved before. */
export function reviewTranslation(
  { documents }: Pick<Services, 'documents'>,
  revision: string,
  since: string | null,
): Result<ReviewedRow[], Failure> {
  const now = notedRows(documents, revision)
  if (!now.ok) return now
  const before = since === null ? succeed([]) : notedRows(documents, since)
  if (!before.ok) return before
  const known = new Map(before.value.map((row) => [codedString(row.source), row]))
  const present = new Set(now.value.map((row) => codedString(row.source)))
  const gone = before.value.filter((row) => !present.has(codedString(row.source)))
  return succeed(now.value.map((row) => reviewed(row, known.get(codedString(row.source)), gone)))
}

function notedRows(documents: Services['documents'], revision: string): Result<readonly NotedRow[], Failure> {
  const kept = documents.revision(revision)
  if (!kept.ok) return kept
  const { translation } = kept.value
  return translation ? succeed(translation.rows) : fail(failure('revision-unknown', { revision }))
}

function reviewed(row: NotedRow, same: NotedRow | undefined, gone: readonly NotedRow[]): ReviewedRow {
  const former = same ?? mostAlike(row, gone)
  return {
    block: row.block,
    field: row.field,
    source: [...row.source],
    target: [...row.target],
    approved: former ? [...former.target] : null,
    formerSource: former && former !== same ? [...former.source] : null,
    omitted: row.state === 'omitted',
  }
}

/** In the same field of the same block. */
function mostAlike(row: NotedRow, gone: readonly NotedRow[]): NotedRow | undefined {
  const grams = gramsOf(plainText(row.source))
  const near = gone
    .filter(({ block, field }) => block === row.block && field === row.field)
    .map((each) => ({ each, likeness: compareGrams(grams, gramsOf(plainText(each.source))).likeness }))
    .filter(({ likeness }) => likeness >= alike)
    .sort((left, right) => right.likeness - left.likeness)
  return near[0]?.each
}
