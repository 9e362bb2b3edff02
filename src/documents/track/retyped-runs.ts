import { type Run, sliceRuns } from '#domain/blocks.ts'
import { canonicalRuns, runsText } from '../runs.ts'
import { diffText } from '../text-edits.ts'

/**
 * Runs that say `text`: letters that stay keep their marks, new ones have those of the letter before them. `caret` is
 * where the caret stands in `text`.
 */
export function retypedRuns(runs: readonly Run[], text: string, caret?: number): readonly Run[] {
  const next: Run[] = []
  let old = 0
  for (const { at, remove, insert } of diffText(runsText(runs), text, caret)) {
    next.push(...sliceRuns(runs, old, at))
    const marks = sliceRuns(runs, Math.max(0, at - 1), at)[0]?.marks ?? {}
    next.push({ text: insert, marks })
    old = at + remove
  }
  return canonicalRuns([...next, ...sliceRuns(runs, old, runsText(runs).length)])
}

/** Sets or takes away a mark between two offsets: it is taken away where all letters have it. */
export function markedRuns(
  runs: readonly Run[],
  from: number,
  to: number,
  mark: 'bold' | 'italic' | 'underline',
): readonly Run[] {
  const chosen = sliceRuns(runs, from, to)
  const all = chosen.every(({ marks }) => marks[mark] === true)
  const changed = chosen.map(({ text, marks }): Run => {
    const { [mark]: _, ...others } = marks
    return { text, marks: all ? others : { ...others, [mark]: true } }
  })
  return canonicalRuns([
    ...sliceRuns(runs, 0, from),
    ...changed,
    ...sliceRuns(runs, to, runsText(runs).length),
  ])
}
