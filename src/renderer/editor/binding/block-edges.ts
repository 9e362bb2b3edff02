import {
  $getNodeByKey,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import { type BlockKind, isPicture } from '#domain/blocks.ts'
import { registerRemovalAcrossBlocks } from './across-blocks.ts'
import { $createBlock, $isBlock, type BlockNode } from './block-node.ts'
import { $blockPoint, $setPoint } from './block-offset.ts'
import { indentState, kindState } from './block-states.ts'

/**
 * What Enter, Backspace and Delete do at the edges of blocks. Inside of a text Lexical does the work, since
 * input methods type there with backspaces of their own.
 */
export function registerBlockEdges(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerRemovalAcrossBlocks(editor),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $openBlockAbove, COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (isBackward) => (isBackward ? $deleteBackwards() : $deleteForwards()),
      COMMAND_PRIORITY_LOW,
    ),
  )
}

type Caret = Readonly<{ block: BlockNode; offset: number }>

function $caret(): Caret | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const point = $blockPoint(selection.anchor)
  const block = $getNodeByKey(point?.block ?? '')
  return point && $isBlock(block) ? { block, offset: point.offset } : undefined
}

/** Enter at a text's start opens an empty block above: the text keeps its block, and with it what refers to it. */
function $openBlockAbove(): boolean {
  const caret = $caret()
  if (!caret || caret.offset > 0 || caret.block.getTextContentSize() === 0) return false
  const kind = $getState(caret.block, kindState)
  const above = $createBlock(isList(kind) ? kind : 'paragraph')
  $setState(above, indentState, $getState(caret.block, indentState))
  caret.block.insertBefore(above)
  return true
}

function $deleteBackwards(): boolean {
  const caret = $caret()
  if (!caret || caret.offset > 0) return false
  const { block } = caret
  if ($takeBackFormat(block)) return true
  const before = block.getPreviousSibling()
  if (!$isBlock(before)) return $dropEmptyFirst(block)
  if ($isKind(before, 'divider')) before.remove()
  else if (isPicture($getState(before, kindState))) $stepInto(before, block)
  else if (before.getTextContentSize() === 0 && !$isKind(before, 'title')) before.remove()
  else if (!isPicture($getState(block, kindState))) $join(before, block)
  return true
}

/** Backspace first takes back what makes a block special: an indent level, then the kind. */
function $takeBackFormat(block: BlockNode): boolean {
  const indent = $getState(block, indentState)
  if (indent > 0) $setState(block, indentState, indent - 1)
  else if (takenBack.has($getState(block, kindState))) $setState(block, kindState, 'paragraph')
  else return false
  return true
}

const takenBack: ReadonlySet<BlockKind> = new Set(['bullet', 'number', 'heading', 'quote', 'divider'])

function $dropEmptyFirst(block: BlockNode): boolean {
  if (block.getTextContentSize() > 0 || $isKind(block, 'title') || !block.getNextSibling()) return true
  block.selectNext(0, 0)
  block.remove()
  return true
}

/** Backspace behind a picture goes to its caption; an empty block is not left behind. */
function $stepInto(picture: BlockNode, block: BlockNode): void {
  picture.selectEnd()
  if (block.getTextContentSize() === 0 && !isPicture($getState(block, kindState))) block.remove()
}

function $deleteForwards(): boolean {
  const caret = $caret()
  if (!caret || caret.offset < caret.block.getTextContentSize()) return false
  const { block } = caret
  const next = block.getNextSibling()
  if (!$isBlock(next)) return true
  if ($isKind(next, 'divider')) next.remove()
  else if (block.getTextContentSize() === 0 && !$isKind(block, 'title')) $giveWay(block, next)
  else if (!isPicture($getState(next, kindState))) $join(block, next)
  return true
}

function $giveWay(block: BlockNode, next: BlockNode): void {
  next.selectStart()
  block.remove()
}

function $join(first: BlockNode, second: BlockNode): void {
  const seam = first.getTextContentSize()
  first.append(...second.getChildren())
  second.remove()
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  $setPoint(selection.anchor, first, seam)
  $setPoint(selection.focus, first, seam)
}

function $isKind(block: BlockNode, kind: BlockKind): boolean {
  return $getState(block, kindState) === kind
}

function isList(kind: BlockKind): boolean {
  return kind === 'bullet' || kind === 'number'
}
