import {
  $createRangeSelectionFromDom,
  $getPreviousSelection,
  $getSelection,
  $isRangeSelection,
  type BaseSelection,
  COMMAND_PRIORITY_HIGH,
  getDOMSelection,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
} from 'lexical'
import { $isCodeNode, type CodeNode } from './code-node.ts'

/**
 * The caret never rests inside of a chip, where the next letter would take its place: it goes on in its direction. The
 * browser tells of a new place a moment after the key; a quick typist's next key comes before that.
 */
export function registerPassedCodes(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      SELECTION_CHANGE_COMMAND,
      () => {
        $leaveCode($getSelection(), $getPreviousSelection())
        return false
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      () => {
        $leaveCode($createRangeSelectionFromDom(getDOMSelection(window), editor), $getSelection())
        return false
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

function $leaveCode(selection: BaseSelection | null, before: BaseSelection | null): void {
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return
  const { offset } = selection.focus
  const node = selection.focus.getNode()
  if (!$isCodeNode(node)) return
  const size = node.getTextContentSize()
  if (offset === 0 || offset === size) return
  const side = $comesFromBehind(node, size, before) ? 0 : size
  node.select(side, side)
}

function $comesFromBehind(node: CodeNode, size: number, before: BaseSelection | null): boolean {
  if (!$isRangeSelection(before)) return false
  if (before.focus.key === node.getKey()) return before.focus.offset === size
  const from = before.focus.getNode()
  return from.isAttached() && node.isBefore(from)
}
