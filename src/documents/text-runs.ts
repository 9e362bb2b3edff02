import type * as Y from 'yjs'
import { type Run, sliceRuns } from '#domain/blocks.ts'
import { alignRuns } from './alignment.ts'
import { removeText } from './remove-text.ts'
import { marksOf } from './roots.ts'
import { canonicalRuns } from './runs.ts'

/** A root text with its marks. */
export function readTextRuns(text: Y.Text): readonly Run[] {
  const delta = text.toDelta() as readonly Readonly<{
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
export function writeTextRuns(text: Y.Text, next: readonly Run[], caret?: number): void {
  const runs = canonicalRuns(next)
  const { edits, remarks } = alignRuns(readTextRuns(text), runs, caret)
  for (const { from, to, change } of remarks) text.format(from, to - from, change)
  let shift = 0
  for (const edit of edits) {
    const at = edit.at + shift
    if (edit.remove > 0) removeText(text, at, edit.remove)
    let end = at
    for (const run of sliceRuns(runs, at, at + edit.insert.length)) {
      text.insert(end, run.text, { ...run.marks })
      end += run.text.length
    }
    shift += edit.insert.length - edit.remove
  }
}
