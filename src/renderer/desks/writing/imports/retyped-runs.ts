import type { ProposedBlock } from '#contract/imports.ts'
import { markNames } from '#domain/blocks.ts'

export type ProposedRun = ProposedBlock['runs'][number]

function sharedLength(left: readonly ProposedRun[], right: readonly string[]): number {
  let length = 0
  while (length < left.length && length < right.length && left[length]?.text === right[length]) length += 1
  return length
}

function joined(runs: readonly ProposedRun[]): ProposedRun[] {
  const merged: ProposedRun[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const same = last && markNames.every((name) => last.marks[name] === run.marks[name])
    if (same) merged[merged.length - 1] = { text: last.text + run.text, marks: last.marks }
    else if (run.text !== '') merged.push(run)
  }
  return merged
}

/** Runs after their text was typed over as plain text: what was not touched keeps its marks, new words take those before them. */
export function retypeRuns(runs: readonly ProposedRun[], text: string): ProposedRun[] {
  const before = runs.flatMap(({ text: run, marks }) => [...run].map((sign) => ({ text: sign, marks })))
  const after = [...text]
  const head = sharedLength(before, after)
  const tail = sharedLength(before.slice(head).toReversed(), after.slice(head).toReversed())
  const marks = before[head - 1]?.marks ?? before[head]?.marks ?? {}
  return joined([
    ...before.slice(0, head),
    { text: after.slice(head, after.length - tail).join(''), marks },
    ...before.slice(before.length - tail),
  ])
}
