import type { BlockContent, Body, BodyBlock } from './body.ts'
import { stableItems } from './order.ts'
import { sameRuns } from './runs.ts'

/** A block as it should be: `source` is the block of the body it comes from, if any. */
export type Arrival = Readonly<{ content: BlockContent; source: BodyBlock | undefined }>

/**
 * A block that keeps its place, with what stood and what will stand between it and the next such block. An
 * article's change is a list of regions that do not touch each other. Before the first of them there may be
 * a region without an anchor.
 */
export type Region = Readonly<{
  anchor: BodyBlock | undefined
  /** The anchor as it should be. */
  content: BlockContent | undefined
  /** Blocks that go from here: joined to the anchor, deleted, or moved elsewhere. */
  removed: readonly BodyBlock[]
  moved: ReadonlySet<string>
  added: readonly Arrival[]
}>

/** Regions in which anything about text or places changes, in order. */
export function changedRegions(body: Body, next: readonly BlockContent[]): readonly Region[] {
  return regions(body.blocks, next).filter(
    ({ anchor, content, removed, added }) =>
      removed.length > 0 || added.length > 0 || (anchor && content && !sameRuns(anchor.runs, content.runs)),
  )
}

function regions(before: readonly BodyBlock[], next: readonly BlockContent[]): readonly Region[] {
  const sources = new Map(before.map((block) => [block.id, block]))
  const wanted = new Map(next.map((content) => [content.id, content]))
  const stable = stableItems([...sources.keys()], [...wanted.keys()], (id) => lengthOf(sources.get(id)))
  const moved = new Set([...wanted.keys()].filter((id) => sources.has(id) && !stable.has(id)))
  const removed = gapsBetween(before, stable)
  const added = gapsBetween(next, stable)
  return ['', ...stableInOrder(before, stable)].map((id, index) => ({
    anchor: sources.get(id),
    content: wanted.get(id),
    removed: removed[index] ?? [],
    moved,
    added: (added[index] ?? []).map((content) => ({ content, source: sources.get(content.id) })),
  }))
}

function stableInOrder(blocks: readonly BlockContent[], stable: ReadonlySet<string>): readonly string[] {
  return blocks.map((block) => block.id).filter((id) => stable.has(id))
}

/** What stands before the first stable block, after it, after the second one, … */
function gapsBetween<Item extends BlockContent>(
  items: readonly Item[],
  stable: ReadonlySet<string>,
): readonly (readonly Item[])[] {
  const gaps: Item[][] = [[]]
  for (const item of items) {
    if (stable.has(item.id)) gaps.push([])
    else gaps.at(-1)?.push(item)
  }
  return gaps
}

function lengthOf(block: BodyBlock | undefined): number {
  // One for the marker: an empty block has a weight too.
  return 1 + (block?.runs.reduce((length, run) => length + run.text.length, 0) ?? 0)
}
