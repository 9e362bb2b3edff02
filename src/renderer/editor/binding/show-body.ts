import { $getNodeByKey, $getRoot, $getState, $setState, type LexicalNode, type NodeKey } from 'lexical'
import type { Body, BodyBlock } from '#documents/body.ts'
import { sameRuns } from '#documents/runs.ts'
import { mergeRuns3 } from '#documents/three-way.ts'
import type { Run } from '#domain/blocks.ts'
import { $createBlock, $isBlock, type BlockNode } from './block-node.ts'
import { $readRuns } from './block-runs.ts'
import { assetState, deletedState, idState, indentState, kindState } from './block-states.ts'
import { $writeRuns } from './inline-nodes.ts'
import { type Mirror, makeMirror } from './mirror.ts'

/**
 * Makes the editor show `body` and answers the new mirror. Nodes of blocks that did not change are not touched.
 * `composing` is the block node in which an input method is at work: it keeps its text until that ends, and
 * when it would have to move or go nothing is shown yet: the answer is undefined.
 */
export function $showBody(body: Body, mirror: Mirror, composing: NodeKey | undefined): Mirror | undefined {
  const nodes = $matchNodes(body, mirror)
  if (composing !== undefined && isReordered(nodes, mirror, composing)) return undefined
  const shown = body.blocks.map((block, index) => {
    const node = nodes[index]
    if (!node) return block.runs
    $setStates(node, block, body.pieces[block.pieces[0] ?? -1]?.gone === true)
    return $showBlock(node, block, mirror, composing)
  })
  $arrange(nodes, mirror)
  return makeMirror(
    body,
    nodes.map((node) => node.getKey()),
    shown,
  )
}

function isReordered(nodes: readonly BlockNode[], mirror: Mirror, composing: NodeKey): boolean {
  const now = nodes.map((node) => node.getKey())
  const stay = new Set(now)
  const before = mirror.keys.filter((key) => stay.has(key))
  const after = now.filter((key) => mirror.index.has(key))
  return !stay.has(composing) || before.some((key, index) => key !== after[index])
}

/** The nodes to show the blocks in: by marker first, since a block may be named after another place of it. */
function $matchNodes(body: Body, mirror: Mirror): readonly BlockNode[] {
  const byMarker = new Map<string, NodeKey>()
  const byId = new Map<string, NodeKey>()
  for (const [index, block] of mirror.body.blocks.entries()) {
    const key = mirror.keys[index]
    if (key === undefined) continue
    byMarker.set(headMarker(mirror.body, block), key)
    byId.set(block.id, key)
  }
  const taken = new Set(body.blocks.flatMap((block) => byMarker.get(headMarker(body, block)) ?? []))
  return body.blocks.map((block) => {
    const same = byMarker.get(headMarker(body, block)) ?? freeKey(byId.get(block.id), taken)
    const node = same === undefined ? null : $getNodeByKey(same)
    return $isBlock(node) && node.isAttached() ? node : $createBlock(block.kind, block.id)
  })
}

function headMarker(body: Body, block: BodyBlock): string {
  return body.pieces[block.pieces[0] ?? -1]?.marker || block.id
}

function freeKey(key: NodeKey | undefined, taken: Set<NodeKey>): NodeKey | undefined {
  if (key === undefined || taken.has(key)) return undefined
  taken.add(key)
  return key
}

/** Answers the text that the node has now. */
function $showBlock(
  node: BlockNode,
  block: BodyBlock,
  mirror: Mirror,
  composing: NodeKey | undefined,
): readonly Run[] {
  const key = node.getKey()
  const place = mirror.index.get(key)
  const base = place === undefined ? [] : (mirror.shown[place] ?? [])
  if (base === block.runs || sameRuns(base, block.runs)) return base
  if (key === composing) return base
  const now = place === undefined ? base : $readRuns(node)
  $writeRuns(node, sameRuns(now, base) ? block.runs : mergeRuns3(base, now, block.runs))
  return block.runs
}

function $setStates(node: BlockNode, block: BodyBlock, deleted: boolean): void {
  if ($getState(node, idState) !== block.id) $setState(node, idState, block.id)
  if ($getState(node, kindState) !== block.kind) $setState(node, kindState, block.kind)
  if ($getState(node, indentState) !== (block.indent ?? 0)) $setState(node, indentState, block.indent ?? 0)
  if ($getState(node, assetState) !== (block.asset ?? '')) $setState(node, assetState, block.asset ?? '')
  if ($getState(node, deletedState) !== deleted) $setState(node, deletedState, deleted)
}

/** Puts the nodes in order and takes away those whose blocks are gone. New ones of the person's stay. */
function $arrange(nodes: readonly BlockNode[], mirror: Mirror): void {
  const wanted = new Set(nodes.map((node) => node.getKey()))
  const root = $getRoot()
  let at: LexicalNode | null = $nextKept(root.getFirstChild(), wanted, mirror)
  for (const node of nodes) {
    if (at?.is(node)) at = $nextKept(at.getNextSibling(), wanted, mirror)
    else if (at) at.insertBefore(node)
    else root.append(node)
  }
  if (root.isEmpty()) root.append($createBlock())
}

function $nextKept(
  from: LexicalNode | null,
  wanted: ReadonlySet<NodeKey>,
  mirror: Mirror,
): LexicalNode | null {
  let at = from
  while (at && !wanted.has(at.getKey())) {
    const next: LexicalNode | null = at.getNextSibling()
    if ($isLeftOver(at, mirror)) at.remove()
    at = next
  }
  return at
}

/**
 * Whether a node shows what the document no longer has. One that a person typed into at the last moment stays
 * and is taken for a new block, but only with what was typed: the rest was deleted, or stands elsewhere now.
 * The empty block that an empty editor starts with goes.
 */
function $isLeftOver(node: LexicalNode, mirror: Mirror): boolean {
  const place = mirror.index.get(node.getKey())
  if (place === undefined) return mirror.keys.length === 0 && node.getTextContentSize() === 0
  const typed = $isBlock(node) && place >= 0 ? mergeRuns3(mirror.shown[place] ?? [], $readRuns(node), []) : []
  if (!$isBlock(node) || typed.length === 0) return true
  $writeRuns(node, typed)
  node.markDirty()
  return false
}
