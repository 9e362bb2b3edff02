import { $getNodeByKey, $getSelection, $isRangeSelection, type EditorState } from 'lexical'
import * as Y from 'yjs'
import type { Body } from '#documents/body.ts'
import { pieceStarts, textStart } from '#documents/pieces.ts'
import { bodyText } from '#documents/roots.ts'
import { $isBlock } from './block-node.ts'
import { $blockPoint, $setPoint, type BlockPoint } from './block-offset.ts'
import type { Mirror } from './mirror.ts'

/** A selection that keeps its place in the document whatever others write around it. */
export type KeptCaret = Readonly<{ anchor: Y.RelativePosition; focus: Y.RelativePosition }>

/** A place in the body as it is shown. */
type BodyPoint = Readonly<{ index: number; offset: number }>

export function keepCaret(state: EditorState, doc: Y.Doc, mirror: Mirror): KeptCaret | undefined {
  return state.read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return undefined
    const anchor = relativePosition(doc, mirror, $blockPoint(selection.anchor))
    const focus = relativePosition(doc, mirror, $blockPoint(selection.focus))
    return anchor && focus && { anchor, focus }
  })
}

// Held by the letter on its left (or by its block's marker): what others put in at the caret comes behind it,
// and at a block's end the caret stays there.
function relativePosition(
  doc: Y.Doc,
  { body, index }: Mirror,
  point: BlockPoint | undefined,
): Y.RelativePosition | undefined {
  const place = point && index.get(point.block)
  if (place === undefined || !point) return undefined
  return Y.createRelativePositionFromTypeIndex(bodyText(doc), bodyIndexOf(body, place, point.offset), -1)
}

function bodyIndexOf(body: Body, place: number, offset: number): number {
  const starts = pieceStarts(body.pieces)
  let rest = offset
  let at = 0
  for (const index of body.blocks[place]?.pieces ?? []) {
    const piece = body.pieces[index]
    if (!piece) continue
    at = textStart(piece, starts[index] ?? 0) + Math.min(rest, piece.length)
    if (rest <= piece.length) break
    rest -= piece.length
  }
  return at
}

/** Where a kept position is now. In a block that is hidden by now it falls to the end of the one before. */
function findPoint(doc: Y.Doc, body: Body, position: Y.RelativePosition): BodyPoint | undefined {
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc)
  if (!found || found.type !== bodyText(doc)) return undefined
  const starts = pieceStarts(body.pieces)
  let last: BodyPoint | undefined
  for (const [index, block] of body.blocks.entries()) {
    let offset = 0
    for (const place of block.pieces) {
      const piece = body.pieces[place]
      if (!piece) continue
      if ((starts[place] ?? 0) >= found.index) return last ?? { index, offset: 0 }
      const inside = found.index - textStart(piece, starts[place] ?? 0)
      if (inside <= piece.length) return { index, offset: offset + Math.max(0, inside) }
      offset += piece.length
    }
    last = { index, offset }
  }
  return last
}

/** Puts the selection where it was kept, unless it is there already. */
export function $putCaret(doc: Y.Doc, mirror: Mirror, kept: KeptCaret): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  for (const end of ['anchor', 'focus'] as const) {
    const place = findPoint(doc, mirror.body, kept[end])
    const node = $getNodeByKey(mirror.keys[place?.index ?? -1] ?? '')
    if (!place || !$isBlock(node)) continue
    const now = $blockPoint(selection[end])
    if (now?.block !== node.getKey() || now.offset !== place.offset)
      $setPoint(selection[end], node, place.offset)
  }
}
