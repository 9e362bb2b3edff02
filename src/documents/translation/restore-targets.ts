import type * as Y from 'yjs'
import { type Hash, segmentKey } from '#domain/segments/article-segments.ts'
import { runsFromCoded } from '#domain/segments/inline-codes.ts'
import type { TranslationNote } from '#domain/translation/translation-note.ts'
import type { TranslationView } from '#domain/translation/view.ts'
import { targetHash } from './read-translation.ts'
import { confirmRow, type Editor, writeRow } from './row-edits.ts'

/**
 * Brings the targets of a kept text back, as an edit: where the source says now what it said then. What was
 * confirmed then is confirmed again. Sentences that are new since keep what they have.
 */
export function restoreTargets(
  doc: Y.Doc,
  view: () => TranslationView,
  note: TranslationNote,
  hash: Hash,
  editor: Editor,
): void {
  for (const { source, target, state } of note.rows) {
    if (source.length === 0 || target.length === 0 || state === 'stale' || state === 'variants') continue
    const key = segmentKey(source, hash)
    const now = view()
    const row = now.rows.find((each) => each.kind === 'sentence' && each.source.segment.key === key)
    if (row?.kind !== 'sentence' || row.state === 'variants') continue
    const runs = runsFromCoded(target)
    const text = writeRow(doc, now, row, { before: row.text?.runs ?? [], target: runs }, editor)
    if (state === 'confirmed') confirmRow(doc, text, targetHash(runs, hash), editor)
  }
}
