import type { Failure } from '#contract/failures.ts'
import type { RowsEvent, RowsView } from '#contract/translations.ts'
import { articleDocument, commentsDocument, type DocumentId, translationOf } from '#domain/document-id.ts'
import type { Result } from '#domain/result.ts'
import type { Services } from '../services.ts'
import { createBell } from '../store/bell.ts'

/** Milliseconds that changes are gathered for: a source being typed in changes at every key. */
const gathering = 50

/**
 * What changes in a translation after `after`, as its followers need it. When the version asked after is not the
 * present one, all rows come first. Ends with the signal, or when the translation cannot be read any more.
 */
export async function* followRows(
  { documents, records }: Pick<Services, 'documents' | 'records'>,
  document: DocumentId,
  after: number,
  view: () => Result<RowsView, Failure>,
  signal?: AbortSignal,
): AsyncGenerator<RowsEvent> {
  const name = translationOf(document)
  if (!name) return
  const watched: readonly DocumentId[] = [document, commentsDocument(name), articleDocument(name.article)]
  const bell = createBell(signal)
  const ring = (changed: DocumentId | null) => {
    if (changed === null || watched.includes(changed)) bell.ring()
  }
  const off = [documents.onChange(ring), records.onChange(ring)]
  try {
    const first = view()
    if (!first.ok) return
    let known = tellingOf(first.value)
    if (known.view.version !== after) yield changesOf(undefined, known)
    while (!signal?.aborted) {
      await bell.rung()
      if (signal?.aborted) return
      await new Promise((resolve) => setTimeout(resolve, gathering))
      const now = view()
      if (!now.ok) return
      const telling = tellingOf(now.value)
      const event = changesOf(known, telling)
      known = telling
      yield event
    }
  } finally {
    for (const stop of off) stop()
  }
}

/** What a follower knows, each row as one word to compare by. */
type Telling = Readonly<{ view: RowsView; words: ReadonlyMap<string, string> }>

function tellingOf(view: RowsView): Telling {
  return { view, words: new Map(view.rows.map((row) => [row.row, JSON.stringify(row)])) }
}

function changesOf(before: Telling | undefined, { view, words }: Telling): RowsEvent {
  const order = [...words.keys()]
  const known = [...(before?.words.keys() ?? [])]
  const sameOrder = known.length === order.length && known.every((row, index) => row === order[index])
  return {
    version: view.version,
    summary: view.summary,
    changed: view.rows.filter(({ row }) => before?.words.get(row) !== words.get(row)),
    order: before !== undefined && sameOrder ? null : order,
    orphans: view.orphans,
  }
}
