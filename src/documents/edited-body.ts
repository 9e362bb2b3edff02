import type { Run } from '#domain/blocks.ts'
import type { Body } from './body.ts'
import { type RegionText, segmentAt } from './region-text.ts'
import { sliceRuns } from './runs.ts'
import type { TextEdit } from './text-edits.ts'

/** The body after `edits` to the text of one block, which is `runs` now. */
export function editedBody(
  body: Body,
  place: number,
  runs: readonly Run[],
  text: RegionText,
  edits: readonly TextEdit[],
): Body {
  const block = body.blocks[place]
  if (!block) return body
  let from = 0
  const pieces = [...body.pieces]
  for (const [order, index] of block.pieces.entries()) {
    const segment = text.segments[order]
    const piece = pieces[index]
    if (!segment || !piece) continue
    const length = piece.length + growthOf(segment, text, edits)
    pieces[index] = { ...piece, length, runs: sliceRuns(runs, from, from + length) }
    from += length
  }
  return { pieces, blocks: body.blocks.with(place, { ...block, runs }) }
}

function growthOf(
  segment: RegionText['segments'][number],
  text: RegionText,
  edits: readonly TextEdit[],
): number {
  let growth = 0
  for (const { at, remove, insert } of edits) {
    growth -= Math.max(0, Math.min(at + remove, segment.to) - Math.max(at, segment.from))
    if (segmentAt(text, at) === segment) growth += insert.length
  }
  return growth
}
