import { $isLinkNode } from '@lexical/link'
import {
  $findMatchingParent,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical'
import { $isBlock, type BlockNode } from './block-node.ts'

/** A place in the text of one block, in UTF-16 units; a line break counts one. */
export type BlockPoint = Readonly<{ block: string; offset: number }>

export function $blockPoint(point: PointType): BlockPoint | undefined {
  const node = point.getNode()
  const block = $findMatchingParent(node, $isBlock)
  if (!block) return undefined
  const inside =
    $isElementNode(node) && point.type === 'element'
      ? lengthOf(node.getChildren().slice(0, point.offset))
      : point.offset
  return { block: block.getKey(), offset: $startOf(block, node) + inside }
}

/** How much text of the block stands before `node`. */
function $startOf(block: BlockNode, node: LexicalNode): number {
  let start = 0
  for (let at: LexicalNode | null = node; at && !at.is(block); at = at.getParent()) {
    start += lengthOf(at.getPreviousSiblings())
  }
  return start
}

function lengthOf(nodes: readonly LexicalNode[]): number {
  return nodes.reduce((sum, node) => sum + node.getTextContentSize(), 0)
}

/** Sets a point of the selection to a place in a block's text; of two nodes that meet there, the first. */
export function $setPoint(point: PointType, block: BlockNode, offset: number): void {
  const place = $placeIn(block, offset)
  if ($isTextNode(place.node)) point.set(place.node.getKey(), place.offset, 'text')
  else point.set(place.node.getKey(), place.offset, 'element')
}

function $placeIn(parent: ElementNode, offset: number): Readonly<{ node: LexicalNode; offset: number }> {
  let rest = offset
  for (const [index, child] of parent.getChildren().entries()) {
    const size = child.getTextContentSize()
    if ($isTextNode(child) && rest <= size) return { node: child, offset: rest }
    if ($isLinkNode(child) && rest <= size) return $placeIn(child, rest)
    if (rest < size) return { node: parent, offset: index }
    rest -= size
  }
  return { node: parent, offset: parent.getChildrenSize() }
}
