import type { Comment } from '#documents/translation/comments.ts'
import { occurrenceId } from '#domain/segments/segments.ts'
import type { AlignedRow } from '#domain/translation/aligned-rows.ts'
import type { TranslationView } from '#domain/translation/view.ts'

export type PlacedComment = Omit<Comment, 'row'> & Readonly<{ row: string | null }>

/**
 * Comments with the rows they belong to now: the sentence they were made on, the row it was merged into, or the row
 * that is offered what stood there. Null when there is none.
 */
export function commentRows(
  { rows }: TranslationView,
  comments: readonly Comment[],
): readonly PlacedComment[] {
  if (comments.length === 0) return []
  const known = new Map(rows.flatMap((row) => idsOf(row).map((id) => [id, row.id] as const)))
  return comments.map((comment) => ({ ...comment, row: known.get(comment.row) ?? null }))
}

/** What a comment may have been made on, the weakest claim first. */
function idsOf(row: AlignedRow): readonly string[] {
  if (row.kind === 'added') return [row.id]
  const former = row.offers.flatMap(({ text }) =>
    [...text.places.keys()].map((place) => `${text.key}|${place}`),
  )
  return [...former, ...row.source.members.map(occurrenceId), row.id]
}
