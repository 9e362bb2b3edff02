import {
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import { indentState, kindState } from './binding/block-states.ts'
import { $indentItems } from './block-moves.ts'
import { $selectedBlocks } from './block-selection.ts'

/** Tab indents list items; Enter in an empty item or quote leaves it. Nothing while an input method composes. */
export function registerBlockKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (event.isComposing || !$indentItems(event.shiftKey ? -1 : 1)) return false
        event.preventDefault()
        return true
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.isComposing || event?.shiftKey || !$leaveEmptyBlock()) return false
        event?.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

/** An empty item steps out one level, then becomes a paragraph. */
function $leaveEmptyBlock(): boolean {
  const selection = $getSelection()
  const [block, ...others] = $selectedBlocks()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || !block || others.length > 0) return false
  const kind = $getState(block, kindState)
  if (block.getTextContentSize() > 0 || !['bullet', 'number', 'quote'].includes(kind)) return false
  const indent = $getState(block, indentState)
  if (indent > 0) $setState(block, indentState, indent - 1)
  else $setState(block, kindState, 'paragraph')
  return true
}
