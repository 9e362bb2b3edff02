import { type Marks, markNames, type Run, sameMarks } from '#domain/blocks.ts'
import { runsText, sliceRuns } from './runs.ts'
import { diffText, type TextEdit } from './text-edits.ts'

/** New marks for a stretch of the text before; null takes a mark away. */
export type Remark = Readonly<{ from: number; to: number; change: Readonly<Record<string, unknown>> }>

/** How one text with marks becomes another: where letters go and come, and which kept letters change marks. */
export type Alignment = Readonly<{ edits: readonly TextEdit[]; remarks: readonly Remark[] }>

/** `caret`: where the caret stands in the text after. */
export function alignRuns(before: readonly Run[], after: readonly Run[], caret?: number): Alignment {
  const edits = diffText(runsText(before), runsText(after), caret)
  return { edits, remarks: remarkKept(before, after, edits) }
}

function remarkKept(before: readonly Run[], after: readonly Run[], edits: readonly TextEdit[]): Remark[] {
  const remarks: Remark[] = []
  const length = runsText(before).length
  let old = 0
  let fresh = 0
  for (const edit of [...edits, { at: length, remove: 0, insert: '' }]) {
    const kept = edit.at - old
    remarks.push(...remark(sliceRuns(before, old, edit.at), sliceRuns(after, fresh, fresh + kept), old))
    old = edit.at + edit.remove
    fresh += kept + edit.insert.length
  }
  return remarks
}

/** `before` and `after` are the same letters. */
function remark(before: readonly Run[], after: readonly Run[], start: number): Remark[] {
  const remarks: Remark[] = []
  let at = 0
  for (const run of after) {
    for (const old of sliceRuns(before, at, at + run.text.length)) {
      const to = at + old.text.length
      if (!sameMarks(old.marks, run.marks)) {
        remarks.push({ from: start + at, to: start + to, change: markChange(old.marks, run.marks) })
      }
      at = to
    }
  }
  return remarks
}

function markChange(from: Marks, to: Marks): Readonly<Record<string, unknown>> {
  const changed = markNames.filter((name) => from[name] !== to[name])
  return Object.fromEntries(changed.map((name) => [name, to[name] ?? null]))
}
