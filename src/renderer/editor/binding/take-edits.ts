import { $getNodeByKey, $getRoot, $getState, type NodeKey } from 'lexical'
import { uuidv7 } from 'uuidv7'
import type { BlockContent, Body } from '#documents/body.ts'
import { sameRuns } from '#documents/runs.ts'
import { mergeRuns3 } from '#documents/three-way.ts'
import { $isBlock, type BlockNode } from './block-node.ts'
import { $readRuns } from './block-runs.ts'
import { assetState, idState, indentState, kindState } from './block-states.ts'
import type { Mirror } from './mirror.ts'

/** What a person changed in the editor. */
export type Taken =
  | Readonly<{ kind: 'nothing' }>
  /** Only the text of one block changed. */
  | Readonly<{ kind: 'text'; place: number; content: BlockContent; shown: BlockContent['runs'] }>
  /** The blocks as they should be now, and the nodes that show them. */
  | Readonly<{
      kind: 'blocks'
      next: readonly BlockContent[]
      keys: readonly NodeKey[]
      shown: Mirror['shown']
    }>

/** Reads only the nodes that Lexical says have changed; typing costs no more in a long article. */
export function $takeEdits(dirty: ReadonlyMap<NodeKey, boolean>, mirror: Mirror): Taken {
  const blocks = [...dirty.keys()].flatMap((key) => {
    const node = $getNodeByKey(key)
    return $isBlock(node) ? [node] : []
  })
  const isSameOrder =
    $getRoot().getChildrenSize() === mirror.keys.length && blocks.every((block) => $isInPlace(block, mirror))
  if (!isSameOrder) return $takeBlocks(dirty, mirror)
  const changed = blocks.filter((block) => $isChanged(block, mirror))
  const [first] = changed
  if (!first) return { kind: 'nothing' }
  return changed.length === 1 && $isOnlyText(first, mirror)
    ? $takeText(first, mirror)
    : $takeBlocks(dirty, mirror)
}

/** Putting a block in, away or elsewhere changes its neighbours too, so asking those that changed is enough. */
function $isInPlace(node: BlockNode, { index, keys }: Mirror): boolean {
  const place = index.get(node.getKey())
  return (
    place !== undefined &&
    node.getPreviousSibling()?.getKey() === keys[place - 1] &&
    node.getNextSibling()?.getKey() === keys[place + 1]
  )
}

function $isChanged(node: BlockNode, mirror: Mirror): boolean {
  const place = mirror.index.get(node.getKey())
  if (place === undefined || !hasStatesOf(node, mirror.body, place)) return true
  return !sameRuns($readRuns(node), mirror.shown[place] ?? [])
}

function $isOnlyText(node: BlockNode, mirror: Mirror): boolean {
  const place = mirror.index.get(node.getKey())
  const head = place === undefined ? undefined : headOf(mirror.body, place)
  // A divider is a paragraph while it has text, and a block may be shown only for its text: there the
  // document decides what is shown.
  return (
    place !== undefined &&
    node.getTextContentSize() > 0 &&
    hasStatesOf(node, mirror.body, place) &&
    mirror.body.blocks[place]?.kind !== 'divider' &&
    head?.gone === false &&
    head.joinedTo === undefined
  )
}

function headOf(body: Body, place: number) {
  return body.pieces[body.blocks[place]?.pieces[0] ?? -1]
}

/** Whether a node says of its block what the document does. */
export function hasStatesOf(node: BlockNode, body: Body, place: number): boolean {
  const block = body.blocks[place]
  return (
    block !== undefined &&
    $getState(node, idState) === block.id &&
    $getState(node, kindState) === block.kind &&
    $getState(node, indentState) === (block.indent ?? 0) &&
    $getState(node, assetState) === (block.asset ?? '')
  )
}

function $takeText(node: BlockNode, mirror: Mirror): Taken {
  const place = mirror.index.get(node.getKey()) ?? -1
  const shown = $readRuns(node)
  const content = $content(node, mirror, shown)
  return { kind: 'text', place, content, shown }
}

function $takeBlocks(dirty: ReadonlyMap<NodeKey, boolean>, mirror: Mirror): Taken {
  const nodes = $getRoot().getChildren().filter($isBlock)
  const taken = new Set<string>()
  const shown: BlockContent['runs'][] = []
  const next = nodes.map((node) => {
    const place = mirror.index.get(node.getKey())
    const known = place === undefined ? undefined : mirror.body.blocks[place]
    const isUntouched = known && !dirty.has(node.getKey())
    const runs = isUntouched ? (mirror.shown[place ?? -1] ?? []) : $readRuns(node)
    shown.push(runs)
    const content = isUntouched ? known : $content(node, mirror, runs)
    const id = taken.has(content.id) || content.id === '' ? uuidv7() : content.id
    taken.add(id)
    return id === content.id ? content : { ...content, id }
  })
  // An empty editor that shows an empty article has written nothing yet.
  const isPlaceholder = mirror.keys.length === 0 && next.length === 1 && shown[0]?.length === 0
  if (isPlaceholder && next[0]?.kind === 'paragraph') return { kind: 'nothing' }
  return { kind: 'blocks', next, keys: nodes.map((node) => node.getKey()), shown }
}

function $content(node: BlockNode, mirror: Mirror, shown: BlockContent['runs']): BlockContent {
  const place = mirror.index.get(node.getKey())
  const block = place === undefined ? undefined : mirror.body.blocks[place]
  const indent = $getState(node, indentState)
  const asset = $getState(node, assetState)
  return {
    id: block?.id ?? $getState(node, idState),
    kind: $getState(node, kindState),
    runs: block ? documentRuns(block.runs, mirror.shown[place ?? -1] ?? [], shown) : shown,
    ...(indent > 0 && { indent }),
    ...(asset !== '' && { asset }),
  }
}

/** The text the document should have, when the node shows one that others have changed meanwhile. */
function documentRuns(
  theirs: BlockContent['runs'],
  base: BlockContent['runs'],
  mine: BlockContent['runs'],
): BlockContent['runs'] {
  return theirs === base || sameRuns(theirs, base) ? mine : mergeRuns3(base, mine, theirs)
}
