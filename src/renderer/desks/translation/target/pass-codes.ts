import {
  $getPreviousSelection,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  SELECTION_CHANGE_COMMAND,
} from 'lexical'
import { $isCodeNode, type CodeNode } from './code-node.ts'

/** The caret never rests inside of a chip, where the next letter would take its place: it goes on in its direction. */
export function registerPassedCodes(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    SELECTION_CHANGE_COMMAND,
    () => {
      $leaveCode()
      return false
    },
    COMMAND_PRIORITY_HIGH,
  )
}

function $leaveCode(): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return
  const { offset } = selection.focus
  const node = selection.focus.getNode()
  if (!$isCodeNode(node)) return
  const size = node.getTextContentSize()
  if (offset === 0 || offset === size) return
  const side = $comesFromBehind(node, size) ? 0 : size
  node.select(side, side)
}

function $comesFromBehind(node: CodeNode, size: number): boolean {
  const before = $getPreviousSelection()
  if (!$isRangeSelection(before)) return false
  if (before.focus.key === node.getKey()) return before.focus.offset === size
  const from = before.focus.getNode()
  return from.isAttached() && node.isBefore(from)
}
