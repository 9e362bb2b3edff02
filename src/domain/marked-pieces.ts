import { type Marks, mergeRuns, type Run, sliceRuns } from './blocks.ts'
import type { DiffPiece } from './text-diff.ts'

/** A piece of a difference with its formatting: of the newer text, of the older one where it was removed. */
export type MarkedPiece = DiffPiece & Readonly<{ marks: Marks }>

/** The pieces of a difference of two blocks' texts, cut where the formatting changes. */
export function markPieces(
  pieces: readonly DiffPiece[],
  from: readonly Run[],
  to: readonly Run[],
): MarkedPiece[] {
  const older = mergeRuns(from)
  const newer = mergeRuns(to)
  let [before, after] = [0, 0]
  return pieces.flatMap(({ change, text }) => {
    const runs =
      change === 'removed'
        ? sliceRuns(older, before, before + text.length)
        : sliceRuns(newer, after, after + text.length)
    if (change !== 'added') before += text.length
    if (change !== 'removed') after += text.length
    return runs.map((run) => ({ change, text: run.text, marks: run.marks }))
  })
}
