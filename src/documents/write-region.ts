import type * as Y from 'yjs'
import { alignRuns, type Remark } from './alignment.ts'
import type { Body, BodyBlock } from './body.ts'
import { type BodyRemark, type Step, takeSteps } from './body-steps.ts'
import { type Insertion, type Item, inlineInsertions, sortArrivals, wholeBlock } from './insertions.ts'
import { flagGone, flagJoined, unflagGone, unflagJoined } from './markers.ts'
import { textStart } from './pieces.ts'
import { bodyIndex, bodyRanges, headOf, joinable, type RegionText, regionText } from './region-text.ts'
import type { Region } from './regions.ts'
import type { TextEdit } from './text-edits.ts'

/** What is to be written in a region. */
export type RegionPlan = Readonly<{
  region: Region
  text: RegionText
  edits: readonly TextEdit[]
  steps: readonly Step[]
  remarks: readonly BodyRemark[]
}>

/** What changes in one region; `starts` are where the pieces of `body` begin. */
export function planRegion(
  body: Body,
  starts: readonly number[],
  region: Region,
  caret: number | undefined,
): RegionPlan {
  const text = regionText(body, starts, region)
  const still = region.added.filter(({ content }) => !region.moved.has(content.id))
  const after = [...(region.content?.runs ?? []), ...still.flatMap(({ content }) => content.runs)]
  const isTyping = region.added.length === 0 && region.removed.length === 0
  const { edits, remarks } = alignRuns(text.runs, after, isTyping ? caret : undefined)
  const { inline, behind } = sortArrivals(region, text, edits)
  const steps = [
    ...removals(body, starts, region, text, edits),
    ...placed(text, inlineInsertions(region, text, edits, inline)),
    ...placedBehind(body, starts, region, behind),
  ]
  return { region, text, edits, steps, remarks: remarks.flatMap((remark) => bodyRemarks(text, remark)) }
}

/** Writes what was planned, all regions at once. */
export function writeRegions(doc: Y.Doc, body: Body, plans: readonly RegionPlan[]): void {
  takeSteps(
    doc,
    plans.flatMap(({ steps }) => steps),
    plans.flatMap(({ remarks }) => remarks),
  )
  for (const { region, edits } of plans) {
    flagMarkers(doc, body, region, edits)
    keepEmptied(doc, body, region)
  }
}

function bodyRemarks(text: RegionText, { from, to, change }: Remark): readonly BodyRemark[] {
  return bodyRanges(text, from, to).map(({ at, length }) => ({ at, length, change }))
}

function removals(
  body: Body,
  starts: readonly number[],
  region: Region,
  text: RegionText,
  edits: readonly TextEdit[],
): readonly Step[] {
  const kept = new Set(joinable(body, region))
  const whole = region.removed
    .filter((block) => !kept.has(block))
    .flatMap((block) => block.pieces)
    .flatMap((index) => {
      const piece = body.pieces[index]
      return piece ? [{ at: textStart(piece, starts[index] ?? 0), length: piece.length }] : []
    })
  const partial = edits.flatMap((edit) => bodyRanges(text, edit.at, edit.at + edit.remove))
  return [...whole, ...partial].map(({ at, length }) => ({ at, remove: length, items: [] }))
}

function placed(text: RegionText, insertions: readonly Insertion[]): readonly Step[] {
  const byOffset = Map.groupBy(insertions, (insertion) => insertion.offset)
  return [...byOffset].map(([offset, group]) => ({
    at: bodyIndex(text, offset),
    remove: 0,
    items: group.flatMap((insertion) => insertion.items),
  }))
}

function placedBehind(
  body: Body,
  starts: readonly number[],
  region: Region,
  behind: Region['added'],
): readonly Step[] {
  if (behind.length === 0) return []
  const items = behind.flatMap((arrival) => wholeBlock(body, arrival))
  const last = (region.anchor ? [region.anchor, ...region.removed] : []).at(-1)?.pieces.at(-1)
  if (last === undefined) return [{ at: 0, remove: 0, items }]
  const closing: readonly Item[] = body.pieces[last]?.closed ? [] : [{ kind: 'end' }]
  return [{ at: starts[last + 1] ?? 0, remove: 0, items: [...closing, ...items] }]
}

/** Removed blocks of which letters stay were joined; the others are gone, and what is typed there shows. */
function flagMarkers(doc: Y.Doc, body: Body, region: Region, edits: readonly TextEdit[]): void {
  const mayJoin = new Set(joinable(body, region))
  let target = region.anchor && lastMarker(body, region.anchor)
  let from = region.anchor ? lengthOf(body, region.anchor) : 0
  for (const block of region.removed) {
    const head = headOf(body, block)
    const to = mayJoin.has(block) ? from + lengthOf(body, block) : from
    if (head && target !== undefined && keepsLetters(edits, from, to)) {
      for (const index of block.pieces) unflagGone(doc, body.pieces[index]?.marker ?? '')
      flagJoined(doc, head.marker, target)
      target = lastMarker(body, block)
    } else for (const index of block.pieces) flagGone(doc, body.pieces[index]?.marker ?? '')
    from = to
  }
}

/**
 * A block that shows only because something was typed in it would hide once that is deleted, under the hands
 * of the one who does it: it becomes a block like any other.
 */
function keepEmptied(doc: Y.Doc, body: Body, { anchor, content }: Region): void {
  const head = anchor && headOf(body, anchor)
  if (!anchor || !head || !content || content.runs.length > 0 || anchor.runs.length === 0) return
  if (head.joinedTo !== undefined) unflagJoined(doc, head.marker)
  if (head.gone) for (const index of anchor.pieces) unflagGone(doc, body.pieces[index]?.marker ?? '')
}

function keepsLetters(edits: readonly TextEdit[], from: number, to: number): boolean {
  let removed = 0
  for (const edit of edits) {
    removed += Math.max(0, Math.min(edit.at + edit.remove, to) - Math.max(edit.at, from))
  }
  return removed < to - from
}

function lengthOf(body: Body, block: BodyBlock): number {
  return block.pieces.reduce((sum, index) => sum + (body.pieces[index]?.length ?? 0), 0)
}

function lastMarker(body: Body, block: BodyBlock): string {
  return body.pieces[block.pieces.at(-1) ?? -1]?.marker ?? ''
}
