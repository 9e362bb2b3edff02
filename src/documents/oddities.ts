import type * as Y from 'yjs'
import { assertNever } from '#domain/result.ts'
import { type Body, type BodyBlock, readBody } from './body.ts'
import { type Doubled, doubledLetters } from './doubled-letters.ts'
import type { Piece } from './pieces.ts'

/**
 * What two people did at once and no rule can settle for them. Everything typed is shown meanwhile.
 * - `typedIntoDeleted`: one deleted the block, the other typed in it;
 * - `typedIntoMoved`: one moved the block away, the other typed where it had stood;
 * - `movedTwice`: both moved the block, it now stands in two places;
 * - `textTwice`: both moved this text, one of them as part of another block; it now stands in two places;
 * - `joinUndone`: one joined the block to the one before it, the other put something between or took that away;
 * - `loose`: text outside of any block, which only a broken program can have left.
 */
export type OddityKind =
  | 'typedIntoDeleted'
  | 'typedIntoMoved'
  | 'movedTwice'
  | 'textTwice'
  | 'joinUndone'
  | 'loose'

/**
 * `keep` leaves the text where it stands, as a block like any other; `join` adds it to the end of the block
 * that was moved, or of the one before it; `drop` takes it away (revisions still have it).
 */
export type OddityChoice = 'keep' | 'join' | 'drop'

export type Oddity = Readonly<{
  /** Stable as long as the oddity lasts. */
  id: string
  kind: OddityKind
  /** The block shown that is odd, then the other places of the same block. */
  blocks: readonly [string, ...string[]]
  choices: readonly OddityChoice[]
}>

export function readOddities(doc: Y.Doc): readonly Oddity[] {
  return findOddities(doc, readBody(doc)).map((found) => found.oddity)
}

/** An oddity and where in the body it is. */
export type FoundOddity = Readonly<{
  oddity: Oddity
  block: BodyBlock
  piece: Piece
  index: number
  doubled: Doubled | undefined
}>

export function findOddities(doc: Y.Doc, body: Body): readonly FoundOddity[] {
  const allDoubled = doubledLetters(doc, body)
  return body.blocks.flatMap((block) =>
    block.pieces.flatMap((index) => {
      const piece = body.pieces[index]
      const doubled = allDoubled.get(index)
      const kind = piece && (oddityOf(body, block, piece) ?? (doubled && 'textTwice'))
      if (!piece || !kind) return []
      const others =
        kind === 'textTwice' && doubled
          ? doubled.blocks
          : otherPlaces(body, block, piece).map((other) => other.id)
      const id = `${kind}:${piece.marker || piece.block}`
      const oddity = { id, kind, blocks: [block.id, ...others] as const, choices: choicesOf(kind) }
      return [{ oddity, block, piece, index, doubled }]
    }),
  )
}

function oddityOf(body: Body, block: BodyBlock, piece: Piece): OddityKind | undefined {
  if (piece.marker === '') return 'loose'
  const isHead = body.pieces[block.pieces[0] ?? -1] === piece
  const places = isHead || piece.length > 0 ? otherPlaces(body, block, piece) : []
  if (piece.gone && piece.length > 0) return places.length > 0 ? 'typedIntoMoved' : 'typedIntoDeleted'
  if (!piece.gone && places.length > 0) return 'movedTwice'
  return isHead && piece.joinedTo !== undefined ? 'joinUndone' : undefined
}

/** Where else the block of a piece lives: blocks that are it, or that have its text joined to them. */
export function otherPlaces(body: Body, block: BodyBlock, piece: Piece): readonly BodyBlock[] {
  return (homesIn(body).get(piece.block) ?? []).filter((other) => other !== block)
}

type Homes = ReadonlyMap<string, readonly BodyBlock[]>
const homesOf = new WeakMap<Body, Homes>()

/** For each block's id the blocks in which it lives, in order; sought block by block, a long text takes minutes. */
function homesIn(body: Body): Homes {
  const known = homesOf.get(body)
  if (known) return known
  const homes = new Map<string, BodyBlock[]>()
  for (const block of body.blocks) {
    for (const id of idsLivingIn(body, block)) homes.set(id, [...(homes.get(id) ?? []), block])
  }
  homesOf.set(body, homes)
  return homes
}

function idsLivingIn(body: Body, { pieces }: BodyBlock): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [place, index] of pieces.entries()) {
    const found = body.pieces[index]
    if (found && !found.gone && (place === 0 || found.length > 0)) ids.add(found.block)
  }
  return ids
}

function choicesOf(kind: OddityKind): readonly OddityChoice[] {
  switch (kind) {
    case 'typedIntoMoved':
      return ['join', 'keep', 'drop']
    case 'joinUndone':
      return ['keep', 'join']
    // Which letters are too many is seen best in the text itself; once they are gone, so is the oddity.
    case 'textTwice':
      return ['keep']
    case 'typedIntoDeleted':
    case 'movedTwice':
    case 'loose':
      return ['keep', 'drop']
    default:
      return assertNever(kind)
  }
}
