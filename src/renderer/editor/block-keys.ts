import {
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import { $isBlock } from './binding/block-node.ts'
import { $blockPoint } from './binding/block-offset.ts'
import { indentState, kindState } from './binding/block-states.ts'
import { $indentItems } from './block-moves.ts'
import { $selectedBlocks } from './block-selection.ts'

/** Tab indents list items; Enter in an empty item or quote leaves it. Nothing while an input method composes. */
export function registerBlockKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    // Lexical would leave the text here, and what is typed next would go nowhere.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
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
        if (event?.isComposing || event?.shiftKey || (!$leaveEmptyBlock() && !$stepIntoLead())) return false
        event?.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

/** Enter behind a title goes to the empty lead that waits there, and from a lead to the empty text. */
function $stepIntoLead(): boolean {
  const selection = $getSelection()
  const [block] = $selectedBlocks()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || !block) return false
  const kind = $getState(block, kindState)
  const next = block.getNextSibling()
  if ((kind !== 'title' && kind !== 'lead') || !$isBlock(next) || !next.isEmpty()) return false
  const waits = $getState(next, kindState)
  const isAtEnd = $blockPoint(selection.anchor)?.offset === block.getTextContentSize()
  if (!isAtEnd || (waits !== 'lead' && waits !== 'paragraph')) return false
  next.selectStart()
  return true
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
