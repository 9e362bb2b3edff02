import type * as Y from 'yjs'
import { type Run, sliceRuns } from '#domain/blocks.ts'
import { alignRuns } from '../alignment.ts'
import { marksOf } from '../roots.ts'
import { canonicalRuns } from '../runs.ts'
import { hasTargetText, targetText } from './translation-roots.ts'

/** The text of a target as it stands; nothing when nobody wrote any. */
export function readTargetRuns(doc: Y.Doc, id: string): readonly Run[] {
  if (!hasTargetText(doc, id)) return []
  const delta = targetText(doc, id).toDelta() as readonly Readonly<{
    insert: unknown
    attributes?: Readonly<Record<string, unknown>>
  }>[]
  return canonicalRuns(
    delta.flatMap(({ insert, attributes }) =>
      typeof insert === 'string' ? [{ text: insert, marks: marksOf(attributes) }] : [],
    ),
  )
}

/** Changes only the letters and marks that differ, so that two people's typing merges. */
export function writeTargetRuns(doc: Y.Doc, id: string, next: readonly Run[]): void {
  const runs = canonicalRuns(next)
  const { edits, remarks } = alignRuns(readTargetRuns(doc, id), runs)
  if (edits.length === 0 && remarks.length === 0) return
  const text = targetText(doc, id)
  for (const { from, to, change } of remarks) text.format(from, to - from, change)
  let shift = 0
  for (const edit of edits) {
    const at = edit.at + shift
    text.delete(at, edit.remove)
    let end = at
    for (const run of sliceRuns(runs, at, at + edit.insert.length)) {
      text.insert(end, run.text, { ...run.marks })
      end += run.text.length
    }
    shift += edit.insert.length - edit.remove
  }
}
