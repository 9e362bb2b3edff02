import diff from 'fast-diff'
import { isOneCharacter } from './runs.ts'

/** Takes `remove` UTF-16 units away at `at` of the text before and puts `insert` there. */
export type TextEdit = Readonly<{ at: number; remove: number; insert: string }>

/**
 * The edits that turn one text into another, in order, none of them cutting through a character.
 * `caret` is where the caret stands in the text after: of equal repeated letters it says which is new.
 */
export function diffText(before: string, after: string, caret?: number): readonly TextEdit[] {
  if (before === after) return []
  const edits: TextEdit[] = []
  let at = 0
  for (const [change, text] of diff(before, after, caretHint(before, after, caret))) {
    if (change === diff.EQUAL) at += text.length
    else if (change === diff.DELETE) {
      edits.push({ at, remove: text.length, insert: '' })
      at += text.length
    } else edits.push({ at, remove: 0, insert: text })
  }
  return widen(before, mergeTouching(edits))
}

function caretHint(before: string, after: string, caret: number | undefined): diff.CursorInfo | undefined {
  if (caret === undefined || caret > after.length) return undefined
  const old = caret - (after.length - before.length)
  if (old < 0 || old > before.length) return undefined
  return { oldRange: { index: old, length: 0 }, newRange: { index: caret, length: 0 } }
}

function mergeTouching(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = []
  for (const edit of edits) {
    const last = merged.at(-1)
    if (last && last.at + last.remove === edit.at) {
      merged[merged.length - 1] = {
        at: last.at,
        remove: last.remove + edit.remove,
        insert: last.insert + edit.insert,
      }
    } else merged.push(edit)
  }
  return merged
}

/**
 * Moves edges that would cut through a character outwards. That is rare and neighbouring edits may then meet,
 * so one edit takes the place of all.
 */
function widen(before: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (!edits.some((edit) => cutsLeft(before, edit) || cutsRight(before, edit))) return edits
  let edit = spanning(before, edits)
  while (cutsLeft(before, edit)) {
    edit = { at: edit.at - 1, remove: edit.remove + 1, insert: before.charAt(edit.at - 1) + edit.insert }
  }
  while (cutsRight(before, edit)) {
    edit = { ...edit, remove: edit.remove + 1, insert: edit.insert + before.charAt(edit.at + edit.remove) }
  }
  return [edit]
}

function spanning(before: string, edits: readonly TextEdit[]): TextEdit {
  const at = edits[0]?.at ?? 0
  const end = edits.reduce((_, edit) => edit.at + edit.remove, at)
  let insert = ''
  let done = at
  for (const edit of edits) {
    insert += before.slice(done, edit.at) + edit.insert
    done = edit.at + edit.remove
  }
  return { at, remove: end - at, insert }
}

function cutsLeft(before: string, { at, remove, insert }: TextEdit): boolean {
  const left = before.slice(Math.max(0, at - 1), at)
  const after = insert + before.slice(at + remove, at + remove + 2)
  return isOneCharacter(left, before.slice(at, at + 2)) || isOneCharacter(left, after)
}

function cutsRight(before: string, { at, remove, insert }: TextEdit): boolean {
  const end = at + remove
  const right = before.slice(end, end + 2)
  return isOneCharacter(before.slice(0, end).slice(-1), right) || isOneCharacter(insert, right)
}
