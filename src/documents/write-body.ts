import type * as Y from 'yjs'
import type { Run } from '#domain/blocks.ts'
import { type BlockContent, type Body, readBody } from './body.ts'
import { editedBody } from './edited-body.ts'
import { unflagJoined } from './markers.ts'
import { departures, noteArrivals } from './moved-letters.ts'
import { pieceStarts } from './pieces.ts'
import { headOf } from './region-text.ts'
import { changedRegions } from './regions.ts'
import { writeValues } from './values.ts'
import { planRegion, writeRegions } from './write-region.ts'

/**
 * Turns the body as it was read into `next` by the smallest edits: letters that stay are not touched, a split
 * adds a marker, a join flags one, and only what is moved is written anew. Ids say which block is which and
 * must be unique. `caret`, an offset in the one block that changed, tells equal letters apart.
 * To be called inside a transaction; `body` must be what `readBody` answers now.
 */
export function writeBody(doc: Y.Doc, body: Body, next: readonly BlockContent[], caret?: number): void {
  const starts = pieceStarts(body.pieces)
  const regions = changedRegions(body, next)
  const moved = departures(doc, regions)
  const plans = regions.map((region) => planRegion(body, starts, region, caret))
  writeRegions(doc, body, plans)
  if (regions.some((region) => region.removed.length > 0 || region.added.length > 0))
    keepApart(doc, body, next)
  noteArrivals(doc, body, moved)
  writeValues(doc, body, next)
}

/** A joined block that could not be shown as joined stays on its own when its neighbours change. */
function keepApart(doc: Y.Doc, body: Body, next: readonly BlockContent[]): void {
  const wanted = new Set(next.map((content) => content.id))
  const apart = body.blocks.flatMap((block) => {
    const head = headOf(body, block)
    return head?.joinedTo !== undefined && wanted.has(block.id) ? [head.marker] : []
  })
  if (apart.length === 0) return
  const now = readBody(doc)
  const heads = new Set(now.blocks.map((block) => headOf(now, block)?.marker))
  for (const marker of apart) if (!heads.has(marker)) unflagJoined(doc, marker)
}

/**
 * The same for typing: only the text of the block at `place` becomes `runs`. Answers the body as it reads
 * now without reading it anew, so that a keystroke costs no more in a long article.
 */
export function writeBlockText(
  doc: Y.Doc,
  body: Body,
  place: number,
  runs: readonly Run[],
  caret?: number,
): Body {
  const anchor = body.blocks[place]
  if (!anchor) return body
  const region = { anchor, content: { ...anchor, runs }, removed: [], moved: new Set<string>(), added: [] }
  const plan = planRegion(body, pieceStarts(body.pieces), region, caret)
  writeRegions(doc, body, [plan])
  return editedBody(body, place, runs, plan.text, plan.edits)
}
