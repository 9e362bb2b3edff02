import { $getNodeByKey, $getSelection, $isRangeSelection, type EditorState } from 'lexical'
import * as Y from 'yjs'
import type { Body } from '#documents/body.ts'
import { pieceStarts, textStart } from '#documents/pieces.ts'
import { bodyText } from '#documents/roots.ts'
import { $isBlock } from './block-node.ts'
import { $blockPoint, $setPoint, type BlockPoint } from './block-offset.ts'
import type { Mirror } from './mirror.ts'

/** A selection that keeps its place in the document whatever others write around it. */
export type KeptCaret = Readonly<{ anchor: KeptEnd; focus: KeptEnd }>

/** `offset` is the place in its piece: where the block was moved, its letters were written anew. */
type KeptEnd = Readonly<{ position: Y.RelativePosition; offset: number }>

/** A place in the body as it is shown. */
type BodyPoint = Readonly<{ index: number; offset: number }>

/** Where an end of a kept selection is now: its piece, the place in the body text, the point if that is shown. */
type FoundEnd = Readonly<{ piece: number; at: number; point: BodyPoint | undefined }>

export function keepCaret(state: EditorState, doc: Y.Doc, mirror: Mirror): KeptCaret | undefined {
  return state.read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return undefined
    const anchor = keepEnd(doc, mirror, $blockPoint(selection.anchor))
    const focus = keepEnd(doc, mirror, $blockPoint(selection.focus))
    return anchor && focus && { anchor, focus }
  })
}

// Held by the letter on its left (or by its block's marker): what others put in at the caret comes behind it,
// and at a block's end the caret stays there.
function keepEnd(doc: Y.Doc, { body, index }: Mirror, point: BlockPoint | undefined): KeptEnd | undefined {
  const place = point && index.get(point.block)
  if (place === undefined || !point) return undefined
  const { at, offset } = bodyPlaceOf(body, place, point.offset)
  return { position: Y.createRelativePositionFromTypeIndex(bodyText(doc), at, -1), offset }
}

function bodyPlaceOf(body: Body, place: number, offset: number): Readonly<{ at: number; offset: number }> {
  const starts = pieceStarts(body.pieces)
  let rest = offset
  let found = { at: 0, offset: 0 }
  for (const index of body.blocks[place]?.pieces ?? []) {
    const piece = body.pieces[index]
    if (!piece) continue
    const inside = Math.min(rest, piece.length)
    found = { at: textStart(piece, starts[index] ?? 0) + inside, offset: inside }
    if (rest <= piece.length) break
    rest -= piece.length
  }
  return found
}

function findEnd(doc: Y.Doc, body: Body, { position, offset }: KeptEnd): FoundEnd | undefined {
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc)
  if (!found || found.type !== bodyText(doc)) return undefined
  const starts = pieceStarts(body.pieces)
  const at = found.index
  const index = body.pieces.findLastIndex((_, place) => (starts[place] ?? 0) < at)
  const piece = body.pieces[index]
  if (!piece) return { piece: -1, at, point: undefined }
  const own = pointIn(body, index, at - textStart(piece, starts[index] ?? 0))
  return { piece: index, at, point: own ?? (piece.gone ? pointWhereMoved(body, index, offset) : undefined) }
}

function pointIn(body: Body, piece: number, offset: number): BodyPoint | undefined {
  const index = body.blocks.findIndex((block) => block.pieces.includes(piece))
  if (index < 0) return undefined
  let before = 0
  for (const place of body.blocks[index]?.pieces ?? []) {
    const length = body.pieces[place]?.length ?? 0
    if (place === piece) return { index, offset: before + Math.min(Math.max(0, offset), length) }
    before += length
  }
  return undefined
}

/** The caret goes with a block that another person moved. */
function pointWhereMoved(body: Body, piece: number, offset: number): BodyPoint | undefined {
  const name = body.pieces[piece]?.block
  const moved = body.pieces.findIndex((other) => other.block === name && !other.gone)
  return moved < 0 ? undefined : pointIn(body, moved, offset)
}

/** The marker of the hidden block in which the whole kept selection stands; undefined when it is in view. */
export function hiddenUnder(doc: Y.Doc, body: Body, kept: KeptCaret): string | undefined {
  const [anchor, focus] = [findEnd(doc, body, kept.anchor), findEnd(doc, body, kept.focus)]
  if (!anchor || anchor.point || focus?.point || anchor.piece !== focus?.piece) return undefined
  return body.pieces[anchor.piece]?.marker
}

/** Puts the selection where it was kept, unless it is there already. */
export function $putCaret(doc: Y.Doc, mirror: Mirror, kept: KeptCaret): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const { body } = mirror
  const [anchor, focus] = [findEnd(doc, body, kept.anchor), findEnd(doc, body, kept.focus)]
  if (!anchor || !focus) return
  const isCaret = anchor.at === focus.at
  const ends = [
    ['anchor', anchor.point ?? nearest(body, anchor, !isCaret && anchor.at < focus.at)],
    ['focus', focus.point ?? nearest(body, focus, !isCaret && focus.at < anchor.at)],
  ] as const
  for (const [end, point] of ends) {
    const node = $getNodeByKey(mirror.keys[point?.index ?? -1] ?? '')
    if (!point || !$isBlock(node)) continue
    const now = $blockPoint(selection[end])
    if (now?.block !== node.getKey() || now.offset !== point.offset)
      $setPoint(selection[end], node, point.offset)
  }
}

/**
 * The place beside a hidden block: the end of the one before. A selection that began in it begins with the
 * next one: what was not selected must not be typed over.
 */
function nearest(body: Body, { piece }: FoundEnd, isStart: boolean): BodyPoint | undefined {
  const next = body.blocks.findIndex(({ pieces }) => (pieces[0] ?? -1) > piece)
  const before = (next < 0 ? body.blocks.length : next) - 1
  if (next >= 0 && (isStart || before < 0)) return { index: next, offset: 0 }
  const block = body.blocks[before]
  return block && { index: before, offset: block.runs.reduce((sum, run) => sum + run.text.length, 0) }
}
