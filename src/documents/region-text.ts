import type { Run } from '#domain/blocks.ts'
import type { Body, BodyBlock } from './body.ts'
import { type Piece, textStart } from './pieces.ts'
import type { Region } from './regions.ts'

/** A piece's text inside a region's text. */
export type Segment = Readonly<{ piece: Piece; from: number; to: number; at: number }>

/** The text of a region's anchor and of all blocks that might be joined to it, laid end to end. */
export type RegionText = Readonly<{ runs: readonly Run[]; segments: readonly Segment[] }>

export function regionText(body: Body, starts: readonly number[], region: Region): RegionText {
  const blocks = region.anchor ? [region.anchor, ...joinable(body, region)] : []
  const segments: Segment[] = []
  let from = 0
  for (const index of blocks.flatMap((block) => block.pieces)) {
    const piece = body.pieces[index]
    if (!piece) continue
    const to = from + piece.length
    segments.push({ piece, from, to, at: textStart(piece, starts[index] ?? 0) })
    from = to
  }
  return { runs: blocks.flatMap((block) => block.runs), segments }
}

/** Removed blocks that may have been joined to the anchor: not those moved away, nor loose text. */
export function joinable(body: Body, region: Region): readonly BodyBlock[] {
  if (!region.anchor) return []
  return region.removed.filter((block) => !region.moved.has(block.id) && headOf(body, block)?.marker !== '')
}

export function headOf(body: Body, block: BodyBlock): Piece | undefined {
  return body.pieces[block.pieces[0] ?? -1]
}

/** The segment in which an offset lies; between two, the one in front, so that text stays with its block. */
export function segmentAt(text: RegionText, offset: number): Segment | undefined {
  return offset === 0 ? text.segments[0] : text.segments.find((segment) => segment.to >= offset)
}

/** Where an offset of the region's text lies in the body text. */
export function bodyIndex(text: RegionText, offset: number): number {
  const segment = segmentAt(text, offset)
  return segment ? segment.at + offset - segment.from : 0
}

/** A range of the region's text as ranges of the body text, markers left out. */
export function bodyRanges(
  text: RegionText,
  from: number,
  to: number,
): readonly Readonly<{ at: number; length: number }>[] {
  return text.segments.flatMap((segment) => {
    const start = Math.max(from, segment.from)
    const length = Math.min(to, segment.to) - start
    return length > 0 ? [{ at: segment.at + start - segment.from, length }] : []
  })
}
