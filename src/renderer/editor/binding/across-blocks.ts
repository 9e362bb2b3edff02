import {
  $getNodeByKey,
  $getSelection,
  $getState,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  type RangeSelection,
  REMOVE_TEXT_COMMAND,
} from 'lexical'
import { canonicalRuns, sliceRuns } from '#documents/runs.ts'
import { isPicture } from '#domain/blocks.ts'
import { $isBlock, type BlockNode } from './block-node.ts'
import { $blockPoint, $setPoint, type BlockPoint } from './block-offset.ts'
import { $readRuns } from './block-runs.ts'
import { kindState } from './block-states.ts'
import { $writeRuns } from './inline-nodes.ts'

/**
 * Takes away what is selected when it reaches over several blocks, before a command does the rest. Lexical's
 * own way throws when the selection begins at a block's start and ends inside the first of several text nodes
 * (its points go stale half-way), and it pours captions and paragraphs into one another.
 */
export function registerRemovalAcrossBlocks(editor: LexicalEditor): () => void {
  const whole = <Payload>(command: LexicalCommand<Payload>) =>
    editor.registerCommand(command, $removeAcrossBlocks, COMMAND_PRIORITY_LOW)
  const first = <Payload>(command: LexicalCommand<Payload>) =>
    editor.registerCommand(command, () => $removeAcrossBlocks() && false, COMMAND_PRIORITY_LOW)
  return mergeRegister(
    whole(DELETE_CHARACTER_COMMAND),
    whole(DELETE_WORD_COMMAND),
    whole(DELETE_LINE_COMMAND),
    whole(REMOVE_TEXT_COMMAND),
    first(CONTROLLED_TEXT_INSERTION_COMMAND),
    first(INSERT_PARAGRAPH_COMMAND),
    first(INSERT_LINE_BREAK_COMMAND),
  )
}

/** True when the selection reached over several blocks; it is a caret then. */
export function $removeAcrossBlocks(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false
  const [start, end] = $ends(selection)
  const first = $getNodeByKey(start?.block ?? '')
  const last = $getNodeByKey(end?.block ?? '')
  if (!start || !end || !$isBlock(first) || !$isBlock(last) || first.is(last)) return false
  const head = sliceRuns($readRuns(first), 0, start.offset)
  const tail = sliceRuns($readRuns(last), end.offset, Number.POSITIVE_INFINITY)
  for (const block of $blocksBetween(first, last)) block.remove()
  if ($isPicture(first) || $isPicture(last)) {
    $writeRuns(first, head)
    $writeRuns(last, tail)
  } else {
    $writeRuns(first, canonicalRuns([...head, ...tail]))
    last.remove()
  }
  $setPoint(selection.anchor, first, start.offset)
  $setPoint(selection.focus, first, start.offset)
  return true
}

function $ends(selection: RangeSelection): readonly [BlockPoint | undefined, BlockPoint | undefined] {
  const [anchor, focus] = [$blockPoint(selection.anchor), $blockPoint(selection.focus)]
  return selection.isBackward() ? [focus, anchor] : [anchor, focus]
}

function $blocksBetween(first: BlockNode, last: BlockNode): readonly BlockNode[] {
  const between: BlockNode[] = []
  for (let at = first.getNextSibling(); at && !at.is(last); at = at.getNextSibling()) {
    if ($isBlock(at)) between.push(at)
  }
  return between
}

function $isPicture(block: BlockNode): boolean {
  return isPicture($getState(block, kindState))
}
