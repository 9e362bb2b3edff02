import { $getNodeByKey, $getRoot } from 'lexical'
import type { Body } from '#documents/body.ts'
import { sameRuns } from '#documents/runs.ts'
import { $isBlock } from './block-node.ts'
import { $readRuns } from './block-runs.ts'
import { type Mirror, makeMirror } from './mirror.ts'
import { hasStatesOf, type Taken } from './take-edits.ts'

/** The mirror after the blocks taken from the editor were written and the document read anew. */
export function mirrorOf(body: Body, taken: Extract<Taken, { kind: 'blocks' }>): Mirror {
  const places = new Map(taken.next.map((content, index) => [content.id, index]))
  const found = body.blocks.map((block) => places.get(block.id) ?? -1)
  const keys = found.map((place) => taken.keys[place] ?? '')
  const strays = taken.keys.filter((key) => !keys.includes(key))
  return makeMirror(
    body,
    keys,
    found.map((place) => taken.shown[place] ?? []),
    strays,
  )
}

/** Whether the nodes of the mirror show its body, all of it and nothing else. */
export function $isShown(mirror: Mirror): boolean {
  const { blocks } = mirror.body
  return (
    ($getRoot().getChildrenSize() === blocks.length || blocks.length === 0) &&
    blocks.every((block, place) => {
      const node = $getNodeByKey(mirror.keys[place] ?? '')
      return (
        $isBlock(node) &&
        hasStatesOf(node, mirror.body, place) &&
        sameRuns(mirror.shown[place] ?? [], block.runs)
      )
    })
  )
}

/** Whether the editor's blocks are those of `body`, compared anew and in full. */
export function $showsBody(body: Body): boolean {
  const nodes = $getRoot().getChildren().filter($isBlock)
  if (body.blocks.length === 0) return nodes.every((node) => node.getTextContentSize() === 0)
  return (
    nodes.length === body.blocks.length &&
    nodes.every(
      (node, place) =>
        hasStatesOf(node, body, place) && sameRuns($readRuns(node), body.blocks[place]?.runs ?? []),
    )
  )
}
