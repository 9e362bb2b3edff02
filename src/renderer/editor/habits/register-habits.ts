import {
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_HIGH,
  COMPOSITION_END_TAG,
  type EditorState,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  UNDO_COMMAND,
} from 'lexical'
import { $createBlock, $isBlock } from '../binding/block-node.ts'
import { kindState } from '../binding/block-states.ts'
import { $caret, $findBlock, $selectInBlock, type Caret } from '../block-selection.ts'
import { findHabit, type Habit, isDividerSign } from './habit-patterns.ts'

type Done = Readonly<{ block: NodeKey; text: string; offset: number; back: NodeKey; before: number }>

/**
 * Markdown habits: "# ", "> ", "- ", "1. ", "**bold**", "---" and Enter. Each is a step of undo of its own, and Backspace right
 * after it takes it back. Nothing happens while an input method composes, nor on what was not typed.
 */
export function registerHabits(editor: LexicalEditor, breakUndo: () => void): () => void {
  let done: Done | null = null

  function apply(caret: Caret, $change: () => void): void {
    breakUndo()
    editor.update($change, { discrete: true })
    breakUndo()
    const now = editor.getEditorState().read($caret)
    done = now
      ? { block: now.block, text: now.text, offset: now.offset, back: caret.block, before: caret.offset }
      : null
  }

  return mergeRegister(
    editor.registerUpdateListener(({ editorState, prevEditorState, tags, dirtyLeaves }) => {
      const typed = [...tags].every((tag) => tag === COMPOSITION_END_TAG)
      if (!typed || dirtyLeaves.size === 0 || editor.isComposing()) return
      const caret = typedCaret(prevEditorState, editorState)
      const habit = caret && findHabit(caret.text.slice(0, caret.offset), caret.kind)
      // The binding must have written what was typed before the habit changes it.
      if (caret && habit) queueMicrotask(() => apply(caret, () => $applyHabit(caret, habit)))
    }),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const caret = $caret()
        if (!caret || event?.isComposing || event?.shiftKey) return false
        if (!isDividerSign(caret.text.slice(0, caret.offset), caret.text, caret.kind)) return false
        event?.preventDefault()
        queueMicrotask(() => apply(caret, () => $makeDivider(caret.block)))
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        const last = done
        done = null
        if (!last || event?.isComposing) return false
        const now = $caret()
        if (now?.block !== last.block || now.offset !== last.offset || now.text !== last.text) return false
        event?.preventDefault()
        queueMicrotask(() => {
          editor.dispatchCommand(UNDO_COMMAND, undefined)
          editor.update(() => $selectInBlock(last.back, last.before, last.before))
        })
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

/** The caret, when the last change was one character typed before it. */
function typedCaret(before: EditorState, now: EditorState): Caret | undefined {
  const caret = now.read($caret)
  if (!caret) return undefined
  const last = before.read($caret)
  const one = last?.block === caret.block && last.offset + 1 === caret.offset
  return one && last.text.length + 1 === caret.text.length ? caret : undefined
}

/** A line in place of its sign; the caret goes on in the block below. */
function $makeDivider(key: NodeKey): void {
  const block = $findBlock(key)
  if (!block) return
  block.clear()
  $setState(block, kindState, 'divider')
  const next = block.getNextSibling()
  if ($isBlock(next) && next.isEmpty() && $getState(next, kindState) === 'paragraph') next.selectStart()
  else {
    const below = $createBlock()
    block.insertAfter(below)
    below.selectStart()
  }
}

function $applyHabit(caret: Caret, habit: Habit): void {
  const block = $findBlock(caret.block)
  const selection = $getSelection()
  if (!block || !$isRangeSelection(selection)) return
  if (habit.kind === 'block') {
    $selectInBlock(caret.block, 0, habit.prefix)?.removeText()
    $setState(block, kindState, habit.becomes)
    return
  }
  const format = selection.format
  const inner = { from: habit.start, to: habit.end - 2 * habit.sign }
  $selectInBlock(caret.block, habit.end - habit.sign, habit.end)?.removeText()
  $selectInBlock(caret.block, habit.start, habit.start + habit.sign)?.removeText()
  $selectInBlock(caret.block, inner.from, inner.to)?.formatText(habit.mark)
  // What is typed on is as it was before the sign.
  $selectInBlock(caret.block, inner.to, inner.to)?.setFormat(format)
}
