import type * as Y from 'yjs'
import { alignRuns, type Remark } from './alignment.ts'
import type { Body, BodyBlock } from './body.ts'
import { type Insertion, type Item, inlineInsertions, sortArrivals, wholeBlock } from './insertions.ts'
import {
  flagGone,
  flagJoined,
  freshMarker,
  insertEnd,
  insertHead,
  unflagGone,
  unflagJoined,
} from './markers.ts'
import { textStart } from './pieces.ts'
import { bodyIndex, bodyRanges, headOf, joinable, type RegionText, regionText } from './region-text.ts'
import type { Region } from './regions.ts'
import { removeText } from './remove-text.ts'
import { bodyText } from './roots.ts'
import type { TextEdit } from './text-edits.ts'

/** Writes what changes in one region; `starts` are where the pieces of `body` begin. */
export function writeRegion(
  doc: Y.Doc,
  body: Body,
  starts: readonly number[],
  region: Region,
  caret: number | undefined,
): Readonly<{ text: RegionText; edits: readonly TextEdit[] }> {
  const text = regionText(body, starts, region)
  const still = region.added.filter(({ content }) => !region.moved.has(content.id))
  const after = [...(region.content?.runs ?? []), ...still.flatMap(({ content }) => content.runs)]
  const isTyping = region.added.length === 0 && region.removed.length === 0
  const { edits, remarks } = alignRuns(text.runs, after, isTyping ? caret : undefined)
  const { inline, behind } = sortArrivals(region, text, edits)
  remarkText(doc, text, remarks)
  const steps = [
    ...removals(body, starts, region, text, edits),
    ...placed(text, inlineInsertions(region, text, edits, inline)),
    ...placedBehind(body, starts, region, behind),
  ]
  takeSteps(doc, steps)
  flagMarkers(doc, body, region, edits)
  keepEmptied(doc, body, region)
  return { text, edits }
}

function remarkText(doc: Y.Doc, text: RegionText, remarks: readonly Remark[]): void {
  for (const { from, to, change } of remarks) {
    for (const { at, length } of bodyRanges(text, from, to)) bodyText(doc).format(at, length, change)
  }
}

type Step = Readonly<{ at: number; remove: number; items: readonly Item[] }>

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

/** From the end to the start; at one place what goes makes room before what comes. */
function takeSteps(doc: Y.Doc, steps: readonly Step[]): void {
  for (const step of steps.toSorted((left, right) => right.at - left.at || right.remove - left.remove)) {
    if (step.remove > 0) removeText(bodyText(doc), step.at, step.remove)
    putItems(doc, step.at, step.items)
  }
}

function putItems(doc: Y.Doc, start: number, items: readonly Item[]): void {
  let at = start
  let before = ''
  for (const item of items) {
    const marker = freshMarker(doc)
    at = putItem(doc, at, item, marker)
    if (item.kind !== 'head') continue
    if (item.joins) flagJoined(doc, marker, before)
    before = marker
  }
}

function putItem(doc: Y.Doc, at: number, item: Item, marker: string): number {
  if (item.kind === 'end') return insertEnd(doc, at)
  if (item.kind === 'head') {
    return insertHead(doc, at, { b: item.block, m: marker, ...(item.splitFrom && { s: item.splitFrom }) })
  }
  let end = at
  for (const run of item.runs) {
    bodyText(doc).insert(end, run.text, { ...run.marks })
    end += run.text.length
  }
  return end
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
