import {
  $createRangeSelection,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setSelection,
  type NodeKey,
  type RangeSelection,
} from 'lexical'
import type { BlockKind } from '#domain/blocks.ts'
import { $isBlock, type BlockNode } from './binding/block-node.ts'
import { $blockPoint, $setPoint } from './binding/block-offset.ts'
import { kindState } from './binding/block-states.ts'

/** A collapsed caret, and the text of the block it stands in. */
export type Caret = Readonly<{ block: NodeKey; offset: number; text: string; kind: BlockKind }>

export function $findBlock(key: NodeKey): BlockNode | undefined {
  const node = $getNodeByKey(key)
  return $isBlock(node) ? node : undefined
}

/** The blocks that the selection touches, in their order. */
export function $selectedBlocks(): readonly BlockNode[] {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  const blocks = new Set<BlockNode>()
  for (const node of selection.getNodes()) {
    const block = $isBlock(node) ? node : $findMatchingParent(node, $isBlock)
    if (block) blocks.add(block)
  }
  return [...blocks]
}

export function $caret(): Caret | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const point = $blockPoint(selection.anchor)
  const block = point && $findBlock(point.block)
  if (!block || !point) return undefined
  return { ...point, text: block.getTextContent(), kind: $getState(block, kindState) }
}

/** Selects a stretch of a block's text (UTF-16 offsets) and answers the selection. */
export function $selectInBlock(key: NodeKey, start: number, end: number): RangeSelection | undefined {
  const block = $findBlock(key)
  if (!block) return undefined
  const selection = $createRangeSelection()
  $setPoint(selection.anchor, block, start)
  $setPoint(selection.focus, block, end)
  $setSelection(selection)
  return selection
}
