import { $getNodeByKey, $getState, $setState, type NodeKey } from 'lexical'
import { type BlockKind, isPicture } from '#domain/blocks.ts'
import { $isBlock } from './binding/block-node.ts'
import { deepestIndent, indentState, kindState } from './binding/block-states.ts'
import { $selectedBlocks } from './block-selection.ts'

/** Moves the selected blocks one place up or down as a whole. True when they moved. */
export function $moveBlocks(direction: 'up' | 'down'): boolean {
  const blocks = $selectedBlocks()
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) return false
  const neighbour = direction === 'up' ? first.getPreviousSibling() : last.getNextSibling()
  if (!$isBlock(neighbour)) return false
  if (direction === 'up') last.insertAfter(neighbour)
  else first.insertBefore(neighbour)
  return true
}

/** Puts a block before another, or at the end when `before` is null. */
export function $moveBlockBefore(key: NodeKey, before: NodeKey | null): boolean {
  const block = $getNodeByKey(key)
  if (!$isBlock(block) || key === before) return false
  const target = before === null ? null : $getNodeByKey(before)
  if (target === null) {
    const last = block.getParentOrThrow().getLastChildOrThrow()
    if (last.is(block)) return false
    last.insertAfter(block)
    return true
  }
  if (block.getNextSibling()?.is(target)) return false
  target.insertBefore(block)
  return true
}

/** Makes all selected blocks of one kind; the same list kind twice makes paragraphs again. */
export function $setKinds(kind: BlockKind): void {
  const blocks = $selectedBlocks().filter((block) => !isPicture($getState(block, kindState)))
  const isList = kind === 'bullet' || kind === 'number'
  const all = blocks.every((block) => $getState(block, kindState) === kind)
  for (const block of blocks) {
    $setState(block, kindState, isList && all ? 'paragraph' : kind)
    if (!isList) $setState(block, indentState, 0)
  }
}

/** Tab in a list: true when every selected block is an item and any could move. */
export function $indentItems(step: 1 | -1): boolean {
  const items = $selectedBlocks()
  const isList = items.every((block) => ['bullet', 'number'].includes($getState(block, kindState)))
  if (items.length === 0 || !isList) return false
  for (const item of items) {
    const level = $getState(item, indentState) + step
    if (level >= 0 && level <= deepestIndent) $setState(item, indentState, level)
  }
  return true
}
