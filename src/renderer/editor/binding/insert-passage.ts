import { $getNodeByKey, $getSelection, $getState, $isRangeSelection, $setState } from 'lexical'
import { uuidv7 } from 'uuidv7'
import { sliceRuns } from '#documents/runs.ts'
import { type Block, type BlockKind, isPicture } from '#domain/blocks.ts'
import { $removeAcrossBlocks } from './across-blocks.ts'
import { $createBlock, $isBlock, type BlockNode, blockIdOf } from './block-node.ts'
import { $blockPoint, $setPoint } from './block-offset.ts'
import { $readRuns } from './block-runs.ts'
import { assetState, indentState, kindState } from './block-states.ts'
import { $createInline, $writeRuns } from './inline-nodes.ts'

/** A block that comes from elsewhere: it gets an id of its own here. */
export type NewBlock = Omit<Block, 'id'>

/**
 * Blocks to put in. `opens` and `closes` say that the first and the last are whole blocks; the text of one
 * that is not runs on with the text in front of the caret, or behind it.
 */
export type Passage = Readonly<{ blocks: readonly NewBlock[]; opens: boolean; closes: boolean }>

/**
 * Puts a passage in the place of the selection and the caret behind it. Answers under which id each of its
 * blocks is found now.
 */
export function $insertPassage(passage: Passage): readonly string[] {
  const selection = $getSelection()
  const [first] = passage.blocks
  if (!$isRangeSelection(selection) || !first) return []
  if (!$removeAcrossBlocks() && !selection.isCollapsed()) selection.removeText()
  const point = $blockPoint(selection.anchor)
  const at = $getNodeByKey(point?.block ?? '')
  if (!point || !$isBlock(at)) return []
  if (passage.blocks.length === 1 && !(passage.opens && passage.closes)) {
    selection.insertNodes([...$createInline(first.runs)])
    return [blockIdOf(at)]
  }
  const opens = passage.opens && !$takesText(at, first)
  const nodes = $putBlocks(at, point.offset, { ...passage, opens })
  return nodes.map(blockIdOf)
}

/** An empty title or lead keeps its place: what is put in becomes its text. */
function $takesText(at: BlockNode, first: NewBlock): boolean {
  const kind = $getState(at, kindState)
  return (kind === 'title' || kind === 'lead') && at.getTextContentSize() === 0 && !isPicture(first.kind)
}

function $putBlocks(at: BlockNode, offset: number, { blocks, opens, closes }: Passage): readonly BlockNode[] {
  const runs = $readRuns(at)
  const head = [...sliceRuns(runs, 0, offset), ...(opens ? [] : (blocks[0]?.runs ?? []))]
  const tail = sliceRuns(runs, offset, Number.POSITIVE_INFINITY)
  const fresh = blocks.slice(opens ? 0 : 1).map($createFrom)
  $writeRuns(at, head)
  insertBehind(at, fresh)
  const nodes = opens ? fresh : [at, ...fresh]
  const last = nodes.at(-1) ?? at
  const end = last.getTextContentSize()
  if (!closes) $writeRuns(last, [...$readRuns(last), ...tail])
  else if (tail.length > 0) insertBehind(last, [$createFrom({ kind: $kindBehind(at), runs: tail })])
  if (opens && head.length === 0) at.remove()
  $putCaretIn(last, end)
  return nodes
}

/** What stands behind a block that was cut in two; a title is not continued. */
function $kindBehind(at: BlockNode): BlockKind {
  const kind = $getState(at, kindState)
  return kind === 'title' || isPicture(kind) ? 'paragraph' : kind
}

function insertBehind(at: BlockNode, nodes: readonly BlockNode[]): void {
  let last = at
  for (const node of nodes) {
    last.insertAfter(node, false)
    last = node
  }
}

export function $createFrom(block: NewBlock): BlockNode {
  const node = $createBlock(block.kind, uuidv7())
  if (block.indent) $setState(node, indentState, block.indent)
  if (block.asset) $setState(node, assetState, block.asset)
  $writeRuns(node, block.runs)
  return node
}

function $putCaretIn(block: BlockNode, offset: number): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  $setPoint(selection.anchor, block, offset)
  $setPoint(selection.focus, block, offset)
}
