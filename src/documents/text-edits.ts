import diff from 'fast-diff'
import { type Characters, codeCharacters } from './characters.ts'

/** Takes `remove` UTF-16 units away at `at` of the text before and puts `insert` there. */
export type TextEdit = Readonly<{ at: number; remove: number; insert: string }>

/**
 * The edits that turn one text into another, in order, none of them cutting through a character.
 * `caret` is where the caret stands in the text after: of equal repeated letters it says which is new.
 */
export function diffText(before: string, after: string, caret?: number): readonly TextEdit[] {
  if (before === after) return []
  const [old, fresh] = codeCharacters(before, after)
  const edits: TextEdit[] = []
  let from = 0
  let to = 0
  for (const [change, units] of diff(old.units, fresh.units, caretHint(old, fresh, caret))) {
    const removed = change === diff.INSERT ? 0 : units.length
    const added = change === diff.DELETE ? 0 : units.length
    if (change !== diff.EQUAL) {
      const at = old.offset(from)
      const insert = after.slice(fresh.offset(to), fresh.offset(to + added))
      addEdit(edits, { at, remove: old.offset(from + removed) - at, insert })
    }
    from += removed
    to += added
  }
  return edits
}

function caretHint(
  { units: before }: Characters,
  { units: after, index }: Characters,
  caret: number | undefined,
): diff.CursorInfo | undefined {
  const now = caret === undefined ? -1 : index(caret)
  const old = now - (after.length - before.length)
  if (now < 0 || now > after.length || old < 0 || old > before.length) return undefined
  return { oldRange: { index: old, length: 0 }, newRange: { index: now, length: 0 } }
}

/** Edits that touch become one. */
function addEdit(edits: TextEdit[], edit: TextEdit): void {
  const last = edits.at(-1)
  if (!last || last.at + last.remove !== edit.at) edits.push(edit)
  else {
    const remove = last.remove + edit.remove
    edits[edits.length - 1] = { at: last.at, remove, insert: last.insert + edit.insert }
  }
}
